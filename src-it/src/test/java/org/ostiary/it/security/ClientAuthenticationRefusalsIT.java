package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertAlive;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** A client proves who it is by the one method it is registered for, and in the body or the header only. */
@OnEveryServer
class ClientAuthenticationRefusalsIT {
    private static final TestClient CLIENT = TestClients.IMPLICIT_CONSENT;

    private final OstiaryServer server;
    private TokenRequest valid;

    ClientAuthenticationRefusalsIT(OstiaryServer server) {
        this.server = server;
        this.valid = TokenRequest.of(server, Parameters.none());
    }

    @BeforeEach
    void getACode() {
        RelyingParty application = new RelyingParty(server, CLIENT);
        AuthorizationRequest request = application.validRequest();
        String code = SignedIn.bob(server).authorize(request, TestAccounts.BOB).code();
        valid = application.redemption(request, code);
    }

    @Test
    @DisplayName("D01, RFC 6749 5.2: a wrong secret by Basic is refused with a challenge, and the code is not spent")
    void refusesAWrongSecretByBasic() {
        for (String wrong :
                List.of("wrong", secret(CLIENT) + "x", secret(CLIENT).substring(1), secret(TestClients.CONF_BASIC))) {
            Answer answer = valid.withBasic(CLIENT.id(), wrong).send();
            assertTokenError(answer, "invalid_client");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Basic realm=");
        }
        assertAlive(server, valid.tokens().accessToken());
    }

    @Test
    @DisplayName("D01: a wrong secret by post is refused without a challenge")
    void refusesAWrongSecretByPost() {
        TokenRequest post = valid.as(TestClients.CONF_POST);
        for (TokenRequest wrong : List.of(
                post.with("client_secret", "wrong"),
                post.with("client_secret", ""),
                post.without("client_secret"),
                post.with("client_id", "nobody"))) {
            Answer answer = wrong.send();
            assertTokenError(answer, "invalid_client");
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    @DisplayName("D01: a confidential client without any authentication is refused")
    void refusesNoAuthentication() {
        TokenRequest anonymous = valid.withoutHeader("Authorization");
        assertTokenError(anonymous.send(), "invalid_client");
        assertTokenError(anonymous.with("client_id", CLIENT.id()).send(), "invalid_client");
    }

    @Test
    @DisplayName("D01: an unknown client and a wrong secret get the same answer")
    void tellsNotWhichClientsExist() {
        Answer wrongSecret = valid.withBasic(CLIENT.id(), "wrong").send();
        Answer unknown = valid.withBasic("nobody", "wrong").send();
        Answer otherMethod =
                valid.withBasic(TestClients.CONF_POST.id(), "wrong").send();
        Answer publicClient = valid.withBasic(TestClients.SPA.id(), "wrong").send();

        assertThat(List.of(unknown, otherMethod, publicClient)).allSatisfy(answer -> {
            assertThat(withoutId(answer)).isEqualTo(withoutId(wrongSecret));
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(wrongSecret.headers().map().keySet());
            assertThat(answer.header("WWW-Authenticate")).isEqualTo(wrongSecret.header("WWW-Authenticate"));
        });
    }

    @Test
    @DisplayName("D04, OIDC Core 9: a right secret by another method than the registered one is refused")
    void holdsClientsToTheirMethod() {
        TokenRequest anonymous = valid.withoutHeader("Authorization");
        assertTokenError(
                anonymous
                        .with("client_id", CLIENT.id())
                        .with("client_secret", secret(CLIENT))
                        .send(),
                "invalid_client");
        assertTokenError(
                anonymous
                        .withBasic(TestClients.CONF_POST.id(), secret(TestClients.CONF_POST))
                        .send(),
                "invalid_client");
        assertAlive(server, valid.tokens().accessToken());
    }

    @Test
    @DisplayName("D04: a public client that sends a secret, even an empty one by Basic, is refused")
    void refusesASecretOfAPublicClient() {
        TokenRequest spa = valid.as(TestClients.SPA);
        assertTokenError(spa.send(), "invalid_grant");
        assertTokenError(spa.with("client_secret", "anything").send(), "invalid_client");
        assertTokenError(spa.withBasic(TestClients.SPA.id(), "anything").send(), "invalid_client");
        assertTokenError(spa.withBasic(TestClients.SPA.id(), "").send(), "invalid_client");
    }

    @Test
    @DisplayName("RFC 6749 2.3: more than one method in a request is refused")
    void refusesTwoMethods() {
        assertTokenError(valid.with("client_secret", secret(CLIENT)).send(), "invalid_request");
        assertTokenError(valid.with("client_id", TestClients.CONF_BASIC.id()).send(), "invalid_request");
        assertAlive(server, valid.with("client_id", CLIENT.id()).tokens().accessToken());
    }

    @Test
    @DisplayName("RFC 7523: an assertion of a client that is not registered for it is refused")
    void refusesAssertions() {
        TokenRequest asserted = valid.withoutHeader("Authorization")
                .with("client_id", CLIENT.id())
                .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .with("client_assertion", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbXBsaWNpdC1jb25zZW50In0.");
        assertTokenError(asserted.send(), "invalid_client");
        assertTokenError(asserted.withBasic(CLIENT.id(), secret(CLIENT)).send(), "invalid_request");
    }

    @Test
    @DisplayName("D05, RFC 6749 2.3.1: what stands in the query of the token endpoint is refused and not logged")
    void refusesSecretsInTheAddress() {
        Parameters form = valid.as(TestClients.CONF_POST).parameters();
        // Payara Server logs its command line, where the tests configure the clients.
        int before = server.logSinceStart().length();
        for (String name : List.of("client_secret", "code", "code_verifier", "grant_type", "refresh_token")) {
            String canary = name + "-canary-7f3a91";
            assertTokenError(send("?" + name + "=" + canary, form.without(name)), "invalid_request");
            assertTokenError(send("?" + name + "=" + canary, form), "invalid_request");
            assertThat(server.logSinceStart()).doesNotContain(canary);
        }
        assertTokenError(send("?" + form.encoded(), Parameters.none()), "invalid_request");
        assertThat(server.logSinceStart().substring(before))
                .doesNotContain(form.require("code"))
                .doesNotContain(secret(TestClients.CONF_POST));
        assertAlive(server, valid.tokens().accessToken());
    }

    private Answer send(String query, Parameters form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.endpoint("/api/oidc/token") + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
        return new UserAgent().send(request);
    }

    private static String secret(TestClient client) {
        return Objects.requireNonNull(client.secret());
    }

    private static String withoutId(Answer answer) {
        return answer.body().replace(answer.header("X-Request-Id").orElseThrow(), "id");
    }
}
