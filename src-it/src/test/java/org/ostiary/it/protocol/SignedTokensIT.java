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
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Signed access tokens, their audience, and tokens of clients that act for themselves (RFC 9068; RFC 8707; RFC 6749, section 4.4). */
@OnEveryServer
class SignedTokensIT {
    private final OstiaryServer server;
    private final RelyingParty application;

    SignedTokensIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.SIGNED_TOKENS);
    }

    @Test
    @DisplayName("S13, S23, D22: each token is signed as the client registered it, for whom it was asked for")
    void signsEachToken() {
        AuthorizationRequest request = application.validRequest().with("resource", "https://api.test");
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, request);
        Map<String, Object> accessToken = verified(tokens.accessToken(), "https://api.test");
        assertThat(accessToken)
                .containsEntry("client_id", "signed-tokens")
                .containsEntry("scope", tokens.member("scope"))
                .containsKeys("jti", "auth_time", "acr", "amr");
        assertThat(application.verifiedIdToken(tokens))
                .containsEntry("aud", "signed-tokens")
                .containsEntry("sub", accessToken.get("sub"));
        assertThat(application.userinfo(tokens.accessToken()).status())
                .as("a token for another resource server")
                .isEqualTo(401);
        assertThat(introspect(tokens.accessToken()).json()).containsEntry("active", true);
    }

    @Test
    @DisplayName("S09, OIDC Core 5.3.2: userinfo is signed for the client")
    void signsUserInfo() {
        Tokens tokens = application.tokensFor(
                TestAccounts.ALICE, application.validRequest().with("scope", "openid profile"));
        Answer answer = application.userinfo(tokens.accessToken());
        assertThat(answer.header("Content-Type")).hasValue("application/jwt");
        assertThat(verified(answer.body(), "signed-tokens")).containsEntry("preferred_username", "alice");
    }

    @Test
    @DisplayName("C20, RFC 8707: what was not asked for at consent is not to be had later")
    void narrows() {
        AuthorizationRequest request = application.validRequest().with("resource", "https://api.test");
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, request);
        assertTokenError(
                application
                        .refresh(tokens.member("refresh_token"))
                        .with("resource", "https://other-api.test")
                        .send(),
                "invalid_target");
        Tokens refreshed = application
                .refresh(tokens.member("refresh_token"))
                .with("resource", "https://api.test")
                .tokens();
        verified(refreshed.accessToken(), "https://api.test");
    }

    @Test
    @DisplayName("S05, C19, C22: a client acts for itself with what it is registered for, and with nothing of people")
    void actsForItself() {
        Tokens tokens = machine()
                .with("scope", "read")
                .with("resource", "https://api.test")
                .tokens();
        assertThat(tokens.members())
                .doesNotContainKeys("refresh_token", "id_token")
                .containsEntry("scope", "read");
        assertTokenError(machine().with("scope", "openid").send(), "invalid_scope");
        assertTokenError(machine().with("scope", "offline_access").send(), "invalid_scope");
        assertTokenError(machine().with("resource", "https://evil.test").send(), "invalid_target");
        assertTokenError(machine().as(TestClients.CONF_BASIC).send(), "unauthorized_client");
        for (String grantType : List.of("password", "implicit", "CLIENT_CREDENTIALS", "x")) {
            assertTokenError(machine().with("grant_type", grantType).send(), "unsupported_grant_type");
        }
        assertThat(application.userinfo(tokens.accessToken()).status()).isEqualTo(403);
    }

    private TokenRequest machine() {
        return TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                .as(TestClients.MACHINE);
    }

    private Answer introspect(String token) {
        return TokenRequest.of(server, Parameters.none().with("token", token))
                .as(TestClients.SIGNED_TOKENS)
                .sendTo("/api/oidc/introspection");
    }

    private Map<String, Object> verified(String token, String audience) {
        try {
            String keys = new UserAgent().get(server.endpoint("/jwks.json")).body();
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setExpectedIssuer(true, server.issuer().toString())
                    .setExpectedAudience(true, audience)
                    .build()
                    .processToClaims(token)
                    .getClaimsMap();
        } catch (JoseException | InvalidJwtException e) {
            throw new AssertionError("The token does not verify: " + token, e);
        }
    }
}
