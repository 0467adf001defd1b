package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** The introspection endpoint (RFC 7662; RFC 9701). */
@OnEveryServer
class IntrospectionIT {
    private static final String PATH = "/api/oidc/introspection";
    private static final String INACTIVE = "{\"active\":false}";
    private static final TestClient OWNER = TestClients.IMPLICIT_CONSENT;

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    IntrospectionIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, OWNER);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S23, RFC 7662 2.2: a client learns what its own token is worth")
    void tellsTheOwner() {
        Tokens tokens = tokens();
        Map<String, Object> idToken = application.verifiedIdToken(tokens);
        for (String hint : List.of("access_token", "refresh_token", "unknown")) {
            Answer answer =
                    about(tokens.accessToken()).with("token_type_hint", hint).sendTo(PATH);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(answer.header("Content-Type")).hasValue("application/json");
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.json())
                    .containsEntry("active", true)
                    .containsEntry("client_id", OWNER.id())
                    .containsEntry("token_type", "Bearer")
                    .containsEntry("scope", tokens.member("scope"))
                    .containsEntry("iss", server.issuer().toString())
                    .containsEntry("sub", idToken.get("sub"))
                    .containsEntry("auth_time", idToken.get("auth_time"))
                    .containsEntry("acr", idToken.get("acr"))
                    .containsEntry("amr", idToken.get("amr"))
                    .containsKeys("exp", "iat");
        }
    }

    @Test
    @DisplayName("RFC 7662 2.2: to anybody else, and about anything else, it says inactive and not a word more")
    void tellsOthersNothing() {
        Tokens tokens = tokens();
        for (TestClient other : List.of(TestClients.OTHER, TestClients.CONF_BASIC, TestClients.CONF_POST)) {
            assertInactive(about(tokens.accessToken()).as(other).sendTo(PATH));
        }
        for (String token : List.of("x", tokens.accessToken() + "A", tokens.idToken())) {
            assertInactive(about(token).sendTo(PATH));
        }
    }

    @Test
    @DisplayName(
            "S13, RFC 9701 5: a resource server that the token is not for is told so, signed where it registered that")
    void signsForWhoeverRegisteredIt() throws JoseException, InvalidJwtException {
        Answer answer =
                about(tokens().accessToken()).as(TestClients.RESOURCE_SERVER).sendTo(PATH);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/token-introspection+jwt");
        String keys = new UserAgent().get(server.endpoint("/jwks.json")).body();
        Map<String, Object> claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedType(true, "token-introspection+jwt")
                .setExpectedIssuer(true, server.issuer().toString())
                .setExpectedAudience(true, TestClients.RESOURCE_SERVER.id())
                .build()
                .processToClaims(answer.body())
                .getClaimsMap();
        assertThat(claims).containsOnlyKeys("iss", "aud", "iat", "token_introspection");
        assertThat(claims).containsEntry("token_introspection", Map.of("active", false));
    }

    @Test
    @DisplayName("A token is inactive at once after revocation, after a replay of its code, and after logout")
    void knowsWhenItIsOver() {
        String revoked = tokens().accessToken();
        assertActive(revoked);
        assertThat(about(revoked).sendTo("/api/oidc/revocation").status()).isEqualTo(200);
        assertInactive(about(revoked).sendTo(PATH));

        AuthorizationRequest request = application.validRequest();
        TokenRequest redemption = application.redemption(
                request, journey.authorize(request, TestAccounts.BOB).code());
        String replayed = redemption.tokens().accessToken();
        assertActive(replayed);
        assertTokenError(redemption.send(), "invalid_grant");
        assertInactive(about(replayed).sendTo(PATH));

        Journey own = new Journey(server);
        String left = application
                .tokensFor(own, TestAccounts.BOB, application.validRequest())
                .accessToken();
        assertActive(left);
        HtmlForm form = own.open(server.endpoint("/logout.xhtml")).form();
        own.browser().post(form.action(), form.press("logout-confirm"));
        assertInactive(about(left).sendTo(PATH));
    }

    @Test
    @DisplayName("RFC 7662 2.1: without authentication there is no answer, and public clients have none")
    void refusesWhoIsNobody() {
        TokenRequest request = about(tokens().accessToken());
        assertTokenError(request.withoutHeader("Authorization").sendTo(PATH), "invalid_client");
        assertTokenError(request.as(TestClients.SPA).sendTo(PATH), "invalid_client");
        assertTokenError(
                request.withoutHeader("Authorization")
                        .with("client_id", OWNER.id())
                        .sendTo(PATH),
                "invalid_client");
        Answer wrong = request.withBasic(OWNER.id(), "wrong").sendTo(PATH);
        assertTokenError(wrong, "invalid_client");
        assertThat(wrong.header("WWW-Authenticate").orElse("")).startsWith("Basic ");
    }

    @Test
    @DisplayName("RFC 7662 2.1: the token is a parameter of the body, once, in a form")
    void refusesMalformedRequests() {
        TokenRequest request = about(tokens().accessToken());
        assertTokenError(request.without("token").sendTo(PATH), "invalid_request");
        assertTokenError(request.adding("token", "x").sendTo(PATH), "invalid_request");
        assertTokenError(request.sendTo(PATH + "?token=x"), "invalid_request");
        Answer json = request.withHeader("Content-Type", "application/json").sendTo(PATH);
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.error()).isEqualTo("invalid_request");
        assertThat(request.with("x", "x".repeat(70_000)).sendTo(PATH).status()).isEqualTo(413);
    }

    private Tokens tokens() {
        return application.tokensFor(journey, TestAccounts.BOB, application.validRequest());
    }

    private TokenRequest about(String token) {
        return TokenRequest.of(server, Parameters.none().with("token", token)).as(OWNER);
    }

    private void assertActive(String token) {
        assertThat(about(token).sendTo(PATH).json()).containsEntry("active", true);
    }

    private static void assertInactive(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(INACTIVE);
    }
}
