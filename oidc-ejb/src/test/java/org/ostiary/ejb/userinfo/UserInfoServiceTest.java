package org.ostiary.ejb.userinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.grant.RedemptionService;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;

class UserInfoServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    UserInfoServiceTest() {
        provider.addAccount("alice");
        provider.database().execute("update account set email = 'alice@example.org', email_verified = true");
    }

    @ParameterizedTest
    @DisplayName("G11, OIDC Core 5.4: each scope releases its claims and no others")
    @CsvSource({
        "openid,sub",
        "openid profile,sub name preferred_username updated_at",
        "openid email,sub email email_verified",
        "openid groups,sub groups",
        "openid profile email groups,sub name preferred_username updated_at email email_verified groups"
    })
    void releasesTheClaimsOfItsScopes(String scope, String claims) {
        assertThat(claims(tokens(scope).accessToken()).keySet()).isEqualTo(Set.of(claims.split(" ")));
    }

    @Test
    @DisplayName("OIDC Core 5.1: the claims say what is stored about the account")
    void saysWhatIsStored() {
        JsonObject claims = claims(tokens("openid profile email groups").accessToken());
        assertThat(claims.getString("name")).isEqualTo("alice");
        assertThat(claims.getString("preferred_username")).isEqualTo("alice");
        assertThat(claims.getJsonNumber("updated_at").longValue()).isEqualTo(MovableClock.START.getEpochSecond());
        assertThat(claims.getString("email")).isEqualTo("alice@example.org");
        assertThat(claims.getBoolean("email_verified")).isTrue();
        assertThat(claims.getJsonArray("groups").getValuesAs(JsonString::getString))
                .containsExactlyInAnyOrder("people", "night shift");
    }

    @Test
    @DisplayName("OIDC Core 5.3.2: a claim without a value is left out")
    void leavesOutWhatItDoesNotKnow() {
        provider.database().execute("update account set email = null");
        assertThat(claims(tokens("openid email").accessToken()).keySet()).containsExactly("sub");
    }

    @Test
    @DisplayName("OIDC Core 5.3.2: sub is the ID token's")
    void hasTheSubjectOfTheIdToken() {
        TokenResponse tokens = tokens("openid");
        assertThat(claims(tokens.accessToken()).getString("sub"))
                .isEqualTo(Jwt.claims(Objects.requireNonNull(tokens.idToken())).getString("sub"));
    }

    @ParameterizedTest
    @DisplayName("RFC 6750 3.1: what is no token is invalid_token")
    @ValueSource(strings = {"", "x", "ost_at_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä", "' or 1=1 --"})
    void refusesAnUnknownToken(String token) {
        tokens("openid");
        refused(token, OAuthErrorCode.INVALID_TOKEN);
    }

    @Test
    @DisplayName("A code or an ID token is no access token")
    void refusesOtherThings() {
        refused(browser.codeFor(validRequest(), "alice"), OAuthErrorCode.INVALID_TOKEN);
        refused(Objects.requireNonNull(tokens("openid").idToken()), OAuthErrorCode.INVALID_TOKEN);
    }

    @Test
    @DisplayName("RFC 6749 5.1: a token works until it expires, judged at use")
    void refusesAnExpiredToken() {
        String token = tokens("openid").accessToken();
        provider.clock().forward(SampleConfig.TOKEN_LIFESPAN.minusMillis(1));
        assertThat(claims(token)).isNotEmpty();
        provider.clock().forward(Duration.ofMillis(1));
        refused(token, OAuthErrorCode.INVALID_TOKEN);
    }

    @ParameterizedTest
    @DisplayName("A token is dead at once when what it hangs on is")
    @ValueSource(
            strings = {
                "update oauth_grant set revoked_at = 1, revoke_reason = 'test'",
                "update account set disabled = true",
                "update login_session set ended_at = 1",
                "update login_session set last_seen_at = 1",
                "update login_session set expires_at = 1"
            })
    void refusesATokenWithoutItsGrounds(String change) {
        String token = tokens("openid").accessToken();
        assertThat(claims(token)).isNotEmpty();
        provider.database().execute(change);
        refused(token, OAuthErrorCode.INVALID_TOKEN);
    }

    @Test
    @DisplayName("A token of a client that was disabled is dead")
    void refusesATokenOfADisabledClient() {
        String token = tokens("openid").accessToken();
        provider.configure(confidentialClient().called("other"));
        refused(token, OAuthErrorCode.INVALID_TOKEN);
    }

    @Test
    @DisplayName("OIDC Core 5.3: without openid the scope is insufficient")
    void refusesATokenWithoutOpenid() {
        String token = tokens("profile").accessToken();
        refused(token, OAuthErrorCode.INSUFFICIENT_SCOPE);
    }

    @Test
    @DisplayName("Userinfo takes at most two statements")
    void takesAtMostTwoStatements() {
        String token = tokens("openid profile email groups").accessToken();
        int before = provider.database().statements();
        claims(token);
        assertThat(provider.database().statements() - before).isLessThanOrEqualTo(2);
    }

    private JsonObject claims(String token) {
        return Jwt.json(provider.service(UserInfoService.class).answer(token).body());
    }

    private void refused(String token, OAuthErrorCode code) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> claims(token))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private TokenResponse tokens(String scope) {
        RegisteredClient client = confidentialClient().registered();
        String code = browser.codeFor(validRequest().with("scope", scope), "alice");
        return provider.service(RedemptionService.class)
                .redeem(
                        client,
                        (AuthorizationCodeRequest) TokenRequest.parse(
                                client, validTokenRequest(code).parameters()),
                        FACTS);
    }
}
