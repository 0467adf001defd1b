package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.ejb.userinfo.UserInfoService;

/** Access tokens that travel through the browser, where the operator wants that (RFC 6749, section 4.2; OIDC Core 1.0, section 3.3). */
class TokenResponseTypesTest {

    private static final RunningProvider PROVIDER =
            RunningProvider.with(SampleConfig.production().withTokenResponseTypes());

    private final SampleBrowser browser = new SampleBrowser(PROVIDER);

    TokenResponseTypesTest() {
        PROVIDER.empty();
        PROVIDER.addAccount("alice");
        PROVIDER.configure(client());
    }

    @Test
    @DisplayName("RFC 6749 4.2.2: token brings an access token that opens userinfo, and no refresh token")
    void answersWithAnAccessToken() {
        AuthorizationResponse response = answer(typed("token").without("nonce"));
        assertThat(response.responseMode()).isEqualTo(ResponseMode.FRAGMENT);
        Map<String, String> parameters = response.parameters();
        assertThat(parameters)
                .containsOnlyKeys("access_token", "token_type", "expires_in", "scope", "state", "iss")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", "3600")
                .containsEntry("scope", "openid profile");
        assertThat(PROVIDER.service(UserInfoService.class)
                        .answer(value(parameters, "access_token"))
                        .body())
                .contains("\"sub\"");
        assertThat(PROVIDER.database().count("refresh_token")).isZero();
    }

    @ParameterizedTest
    @DisplayName(
            "OIDC Core 3.2.2.9, 3.3.2.9: an ID token beside an access token names it by at_hash, and needs the nonce")
    @ValueSource(strings = {"id_token token", "token id_token", "code id_token token", "token code id_token"})
    void tiesTheIdTokenToTheAccessToken(String type) {
        Map<String, String> response = answer(typed(type)).parameters();
        JsonObject claims = Jwt.claims(value(response, "id_token"));
        assertThat(claims.getString("at_hash")).isEqualTo(half(value(response, "access_token")));
        assertThat(claims.getString("nonce")).isEqualTo("a nonce of the client");
        assertThat(claims.containsKey("c_hash")).isEqualTo(type.contains("code"));
        // Userinfo tells the rest (section 5.4).
        assertThat(claims).doesNotContainKey("name");
    }

    @Test
    @DisplayName(
            "OIDC Core 3.3.2.5: code token brings both, and a replayed code ends the token from the browser as well")
    void aReplayEndsTheAccessTokenToo() {
        Map<String, String> response =
                answer(typed("code token").without("nonce")).parameters();
        assertThat(response).containsKeys("code", "access_token").doesNotContainKey("id_token");
        redeem(value(response, "code"));
        assertThatExceptionOfType(OAuthException.class).isThrownBy(() -> redeem(value(response, "code")));
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> PROVIDER.service(UserInfoService.class).answer(value(response, "access_token")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_TOKEN));
    }

    @Test
    @DisplayName("OIDC Core 11: no offline access without a code")
    void ignoresOfflineAccess() {
        assertThat(answer(typed("token").with("scope", "openid offline_access")).parameters())
                .containsEntry("scope", "openid");
    }

    @Test
    @DisplayName(
            "S13, RFC 9068 2.2: a signed access token is for the audience asked for; the ID token stays the client's")
    void isForTheAudience() {
        PROVIDER.configure(client().with(new ClientAudience(Set.of("https://api.test"), AudienceMode.EXPLICIT))
                .with(new SignedAnswers(JwsAlgorithm.RS256, JwsAlgorithm.RS256, null, null, JwsAlgorithm.ES256)));
        Map<String, String> response = answer(typed("id_token token").with("resource", "https://api.test"))
                .parameters();
        assertThat(Jwt.claims(value(response, "access_token")).getString("aud")).isEqualTo("https://api.test");
        assertThat(Jwt.claims(value(response, "id_token")).getString("aud")).isEqualTo("app");
    }

    @Test
    @DisplayName("S11: lifespans of the grant type implicit count")
    void hasItsOwnLifespan() {
        PROVIDER.configure(client().with(new ClientLifespans(Map.of("implicit/access_token", Duration.ofMinutes(5)))));
        assertThat(answer(typed("token")).parameters()).containsEntry("expires_in", "300");
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.2.2.1, 3.3.2.11: without a nonce there is no ID token, and the error is in the fragment")
    @ValueSource(strings = {"id_token token", "code id_token token"})
    void needsANonce(String type) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(typed(type).without("nonce")))
                .satisfies(told -> assertThat(told.response().location())
                        .startsWith(SampleClient.REDIRECT_URI + "#error=invalid_request&"));
    }

    @ParameterizedTest
    @DisplayName("OAuth 2.0 Multiple Response Types 3: a token never stands in a query")
    @ValueSource(strings = {"token", "code token"})
    void refusesTheQuery(String type) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> browser.start(typed(type).with("response_mode", "query")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName("S05: a client that is not registered for it is refused as unauthorized_client")
    void needsRegistration() {
        PROVIDER.configure(client().withResponseTypes("code"));
        refused(typed("token"), OAuthErrorCode.UNAUTHORIZED_CLIENT);
        PROVIDER.configure(client().withGrantTypes("authorization_code"));
        refused(typed("token"), OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    @DisplayName("RFC 9700 2.1.2: where the operator did not enable them they are unknown")
    void isUnknownByDefault() {
        RunningProvider usual = RunningProvider.emptied();
        usual.configure(client());
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> new SampleBrowser(usual).start(typed("token")))
                .satisfies(
                        told -> assertThat(told.refusal().code()).isEqualTo(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE));
    }

    private void refused(SampleRequest request, OAuthErrorCode code) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(request))
                .satisfies(told -> assertThat(told.refusal().code()).isEqualTo(code));
    }

    private static void redeem(String code) {
        PROVIDER.service(TokenService.class)
                .exchange(validTokenRequest(code).with("client_id", "app").parameters(), null, FACTS);
    }

    private static SampleClient client() {
        return publicClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "implicit", "refresh_token")
                .withResponseTypes("code", "token", "id_token token", "code token", "code id_token token")
                .withResponseModes("query", "fragment");
    }

    private static SampleRequest typed(String type) {
        return validRequest().with("response_type", type).with("scope", "openid profile");
    }

    private AuthorizationResponse answer(SampleRequest request) {
        return browser.answerFor(request, "alice");
    }

    private static String half(String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(value), 16));
    }

    private static String value(Map<String, String> response, String name) {
        return Objects.requireNonNull(response.get(name));
    }
}
