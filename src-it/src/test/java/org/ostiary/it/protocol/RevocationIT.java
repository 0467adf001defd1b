package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertAlive;
import static org.ostiary.it.security.Refusals.assertDead;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** The revocation endpoint (RFC 7009). */
@OnEveryServer
class RevocationIT {
    private static final String PATH = "/api/oidc/revocation";

    private final OstiaryServer server;
    private final Journey journey;

    RevocationIT(OstiaryServer server) {
        this.server = server;
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName(
            "C11, RFC 7009 2.1: an access token dies at once, by every client authentication, and no other with it")
    void killsAnAccessToken() {
        for (TestClient client : List.of(TestClients.CONF_BASIC, TestClients.CONF_POST, TestClients.SPA)) {
            String token = tokens(client).accessToken();
            String other = tokens(client).accessToken();
            assertAlive(server, token);
            assertRevoked(about(token, client).sendTo(PATH));
            assertDead(server, token);
            assertAlive(server, other);
            assertRevoked(about(token, client).sendTo(PATH));
        }
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: a wrong hint and an unknown one change nothing")
    void ignoresTheHint() {
        for (String hint : List.of("access_token", "refresh_token", "unknown")) {
            String token = tokens(TestClients.CONF_BASIC).accessToken();
            assertRevoked(about(token, TestClients.CONF_BASIC)
                    .with("token_type_hint", hint)
                    .sendTo(PATH));
            assertDead(server, token);
        }
    }

    @Test
    @DisplayName("C11, RFC 7009 2.2: an unknown token is no mistake")
    void acceptsUnknownTokens() {
        for (String token : List.of("x", "ost_at_unknown", "a.b.c", "\u00E4", " ")) {
            assertRevoked(about(token, TestClients.CONF_BASIC).sendTo(PATH));
        }
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: another client's token is refused and stays alive")
    void refusesAnotherClientsToken() {
        String token = tokens(TestClients.CONF_BASIC).accessToken();
        for (TestClient other : List.of(TestClients.OTHER, TestClients.CONF_POST, TestClients.SPA)) {
            assertTokenError(about(token, other).sendTo(PATH), "unauthorized_client");
        }
        assertAlive(server, token);
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: without client authentication nothing happens")
    void refusesWhoIsNobody() {
        String token = tokens(TestClients.CONF_BASIC).accessToken();
        TokenRequest request = about(token, TestClients.CONF_BASIC);
        assertTokenError(request.withoutHeader("Authorization").sendTo(PATH), "invalid_client");
        assertTokenError(request.withBasic("conf-basic", "wrong").sendTo(PATH), "invalid_client");
        assertTokenError(
                request.withoutHeader("Authorization")
                        .with("client_id", "conf-basic")
                        .sendTo(PATH),
                "invalid_client");
        assertAlive(server, token);
    }

    @Test
    @DisplayName("RFC 7009 2.1, 2.2.1: the token is a parameter of the body, once, and no ID token")
    void refusesMalformedRequests() {
        Tokens tokens = tokens(TestClients.CONF_BASIC);
        TokenRequest request = about(tokens.accessToken(), TestClients.CONF_BASIC);
        assertTokenError(request.without("token").sendTo(PATH), "invalid_request");
        assertTokenError(request.adding("token", "x").sendTo(PATH), "invalid_request");
        assertTokenError(request.sendTo(PATH + "?token=x"), "invalid_request");
        assertTokenError(request.with("token", tokens.idToken()).sendTo(PATH), "unsupported_token_type");
        Answer json = request.withHeader("Content-Type", "application/json").sendTo(PATH);
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.error()).isEqualTo("invalid_request");
        assertThat(request.with("x", "x".repeat(70_000)).sendTo(PATH).status()).isEqualTo(413);
        assertAlive(server, tokens.accessToken());
    }

    private Tokens tokens(TestClient client) {
        RelyingParty application = new RelyingParty(server, client);
        return application.tokensFor(journey, TestAccounts.ALICE, application.validRequest());
    }

    private TokenRequest about(String token, TestClient client) {
        return TokenRequest.of(server, Parameters.none().with("token", token)).as(client);
    }

    private static void assertRevoked(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }
}
