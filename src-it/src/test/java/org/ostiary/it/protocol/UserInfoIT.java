package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** The userinfo endpoint (OIDC Core 1.0, section 5.3; RFC 6750). */
@OnEveryServer
class UserInfoIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;
    private Tokens tokens;

    UserInfoIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        this.journey = new Journey(server);
        this.tokens = application.tokensFor(journey, TestAccounts.BOB, application.validRequest());
    }

    @BeforeEach
    void freshTokens() {
        tokens = application.tokensFor(journey, TestAccounts.BOB, application.validRequest());
    }

    @Test
    @DisplayName("S09: by GET, by POST with the header, and by POST with a form; sub is that of the ID token")
    void answersInEachWay() {
        Object sub = application.verifiedIdToken(tokens).get("sub");
        HttpRequest.Builder posted = request().header("Authorization", "Bearer " + tokens.accessToken());
        for (Answer answer : List.of(
                application.userinfo(tokens.accessToken()),
                new UserAgent().send(posted.POST(HttpRequest.BodyPublishers.noBody())),
                new UserAgent()
                        .post(
                                server.endpoint("/api/oidc/userinfo"),
                                Parameters.none().with("access_token", tokens.accessToken())))) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(answer.json()).containsEntry("sub", sub);
            assertThat(answer.header("Content-Type")).hasValue("application/json");
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @Test
    @DisplayName("S09, RFC 9110 11.1: the scheme is not case-sensitive")
    void takesTheSchemeInAnyCase() {
        for (String scheme : List.of("bearer", "BEARER", "bEaReR")) {
            assertThat(withHeader(scheme + " " + tokens.accessToken()).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("S09, RFC 6750 3.1: without a token there is a challenge, and no error code")
    void challengesWithoutAToken() {
        for (Answer answer : List.of(
                new UserAgent().send(request()),
                new UserAgent().send(request().POST(HttpRequest.BodyPublishers.noBody())),
                new UserAgent()
                        .post(
                                server.endpoint("/api/oidc/userinfo"),
                                Parameters.none().with("x", "y")))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer")
                    .doesNotContain("error");
        }
    }

    @Test
    @DisplayName("S09, RFC 6750 3.1: unknown tokens are invalid_token")
    void refusesUnknownTokens() {
        for (String token : List.of(
                "x",
                "ost_at_unknown",
                tokens.accessToken() + "A",
                tokens.accessToken().substring(1))) {
            Answer answer = withHeader("Bearer " + token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.error()).isEqualTo("invalid_token");
            assertThat(answer.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
        }
        assertThat(withHeader("Bearer " + tokens.idToken()).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("S09, RFC 9700 4.3.2: a token in the address is refused and not logged")
    void refusesATokenInTheAddress() {
        String query = "?access_token=" + tokens.accessToken();
        for (Answer answer : List.of(
                new UserAgent().get(server.endpoint("/api/oidc/userinfo" + query)),
                new UserAgent().post(server.endpoint("/api/oidc/userinfo" + query), Parameters.none()))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_request");
        }
        assertThat(server.logSinceStart().contains(tokens.accessToken()))
                .as("logged")
                .isFalse();
    }

    @Test
    @DisplayName("S09, RFC 6750 2: a token that is sent twice, or badly, is refused")
    void refusesMalformedRequests() {
        String token = tokens.accessToken();
        HttpRequest.Builder both = request()
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("access_token=" + token));
        assertThat(new UserAgent().send(both).status()).isEqualTo(400);
        for (String header : List.of(
                "Bearer\t" + token,
                "Bearer  " + token,
                "Bearer, " + token,
                "Bearer " + token + " x",
                "Bearer",
                "Basic eDp5",
                token)) {
            Answer answer = withHeader(header);
            assertThat(answer.status()).as(header.replace(token, "…")).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_request");
        }
    }

    @Test
    @DisplayName("S09: a token dies with the session it was issued in")
    void endsWithTheSession() {
        Journey own = new Journey(server);
        Tokens theirs = application.tokensFor(own, TestAccounts.BOB, application.validRequest());
        assertThat(application.userinfo(theirs.accessToken()).status()).isEqualTo(200);
        Answer form = own.open(server.endpoint("/logout.xhtml"));
        own.browser().post(form.form().action(), form.form().press("logout-confirm"));
        assertThat(application.userinfo(theirs.accessToken()).status()).isEqualTo(401);
        assertThat(application.userinfo(tokens.accessToken()).status())
                .as("another session's")
                .isEqualTo(200);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(server.endpoint("/api/oidc/userinfo"));
    }

    private Answer withHeader(String value) {
        return new UserAgent().send(request().header("Authorization", value));
    }
}
