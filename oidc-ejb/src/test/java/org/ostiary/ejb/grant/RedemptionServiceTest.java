package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;

class RedemptionServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String alice = provider.addAccount("alice");

    @Test
    @DisplayName("RFC 6749 5.1: a code is worth an access token of its scopes")
    void givesAnAccessToken() {
        TokenResponse response = redeem(browser.codeFor(validRequest(), "alice"));
        assertThat(response.accessToken()).matches("ost_at_[A-Za-z0-9_-]{43}");
        assertThat(response.scope()).isEqualTo("openid profile");
        assertThat(response.lifetime()).isEqualTo(SampleConfig.TOKEN_LIFESPAN);
        assertThat(provider.audited("tokens_issued")).isOne();
    }

    @Test
    @DisplayName("The database holds neither the code nor the token")
    void storesHashesOnly() {
        String code = browser.codeFor(validRequest(), "alice");
        String token = redeem(code).accessToken();
        assertThat(provider.database().count("authorization_code where hash = ?", code))
                .isZero();
        assertThat(provider.database().texts("select hash from access_token"))
                .singleElement()
                .asString()
                .hasSize(43)
                .isNotEqualTo(token.substring("ost_at_".length()));
    }

    @Test
    @DisplayName("OIDC Core 2, 3.1.3.6: the ID token says who logged in where, when and how")
    void givesAnIdToken() throws NoSuchAlgorithmException {
        String code = browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofSeconds(30));
        TokenResponse response = redeem(code);
        JsonObject claims = Jwt.claims(Objects.requireNonNull(response.idToken()));
        long now = MovableClock.START.getEpochSecond() + 30;
        assertThat(claims.getString("iss")).isEqualTo("https://id.example.org");
        assertThat(claims.getString("aud")).isEqualTo("app");
        assertThat(claims.getString("azp")).isEqualTo("app");
        assertThat(claims.getString("nonce")).isEqualTo("a nonce of the client");
        assertThat(claims.getJsonNumber("iat").longValue()).isEqualTo(now);
        assertThat(claims.getJsonNumber("exp").longValue()).isEqualTo(now + 3600);
        assertThat(claims.getJsonNumber("auth_time").longValue()).isEqualTo(now - 30);
        assertThat(claims.getJsonArray("amr").getString(0)).isEqualTo("pwd");
        assertThat(claims.getString("acr")).isEqualTo("urn:ostiary:acr:one-factor");
        assertThat(claims.getString("at_hash")).isEqualTo(leftHalfOfHash(response.accessToken()));
        assertThat(claims.getString("sub"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(alice);
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "exp", "iat", "auth_time", "sid", "nonce", "at_hash", "amr", "acr", "azp");
    }

    @Test
    @DisplayName("OIDC Core 2: no nonce is made up for a request without one")
    void inventsNoNonce() {
        TokenResponse response = redeem(browser.codeFor(validRequest().without("nonce"), "alice"));
        assertThat(Jwt.claims(Objects.requireNonNull(response.idToken()))).doesNotContainKey("nonce");
    }

    @Test
    @DisplayName("OIDC Core 8: the subject identifier is the same at every login and outlives a new username")
    void keepsTheSubjectIdentifier() {
        String first = subOf(redeem(browser.codeFor(validRequest(), "alice")));
        provider.database().execute("update account set username = 'alice.new' where username = 'alice'");
        assertThat(subOf(redeem(browser.codeFor(validRequest(), "alice")))).isEqualTo(first);
    }

    @Test
    @DisplayName("OIDC Core 3.1.3.3: without openid there is no ID token")
    void givesNoIdTokenWithoutOpenid() {
        TokenResponse response = redeem(browser.codeFor(validRequest().with("scope", "profile"), "alice"));
        assertThat(response.idToken()).isNull();
        assertThat(response.scope()).isEqualTo("profile");
    }

    @Test
    @DisplayName("RFC 9700 2.1.1: a code that was asked for without PKCE is redeemed without")
    void redeemsWithoutPkceWhereItIsOptional() {
        SampleClient client = confidentialClient().withoutPkce();
        provider.configure(client);
        String code = browser.codeFor(validRequest().without("code_challenge", "code_challenge_method"), "alice");
        assertThat(redeem(client.registered(), validTokenRequest(code).without("code_verifier"))
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    @DisplayName("B07: a code works until the last moment of its life")
    void redeemsInTime() {
        String code = browser.codeFor(validRequest(), "alice");
        provider.clock().forward(SampleConfig.CODE_LIFESPAN.minusMillis(1));
        assertThat(redeem(code).accessToken()).isNotEmpty();
    }

    @Test
    @DisplayName("Redeeming a code takes at most six statements, the first time for an account one more")
    void takesAtMostSixStatements() {
        redeem(browser.codeFor(validRequest(), "alice"));
        String code = browser.codeFor(validRequest(), "alice");
        int before = provider.database().statements();
        redeem(code);
        assertThat(provider.database().statements() - before).isLessThanOrEqualTo(6);
    }

    private TokenResponse redeem(String code) {
        return redeem(confidentialClient().registered(), validTokenRequest(code));
    }

    private TokenResponse redeem(RegisteredClient client, SampleRequest request) {
        return provider.service(RedemptionService.class)
                .redeem(client, (AuthorizationCodeRequest) TokenRequest.parse(client, request.parameters()), FACTS);
    }

    private static String subOf(TokenResponse response) {
        return Jwt.claims(Objects.requireNonNull(response.idToken())).getString("sub");
    }

    private static String leftHalfOfHash(String token) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }
}
