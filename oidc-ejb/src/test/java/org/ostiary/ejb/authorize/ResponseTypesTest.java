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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.token.TokenService;

/** What an authorization response carries (OIDC Core 1.0, sections 3.2 and 3.3). */
class ResponseTypesTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    ResponseTypesTest() {
        provider.addAccount("alice");
        provider.configure(client());
    }

    @Test
    @DisplayName("OIDC Core 3.2.2.5, 3.2.2.10: id_token brings an ID token with the nonce, and nothing else")
    void answersWithAnIdToken() {
        Map<String, String> response = answer(typed("id_token")).parameters();
        assertThat(response).containsOnlyKeys("id_token", "state", "iss");
        JsonObject claims = Jwt.claims(idToken(response));
        assertThat(claims.getString("nonce")).isEqualTo("a nonce of the client");
        assertThat(claims.getString("aud")).isEqualTo("app");
        assertThat(claims.keySet())
                .contains("sub", "exp", "iat", "auth_time", "sid")
                .doesNotContain("at_hash", "c_hash");
        assertThat(provider.database().count("authorization_code")).isZero();
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.3.2.5, 3.3.2.11: code id_token brings both, tied by c_hash, and the same sub later")
    @ValueSource(strings = {"code id_token", "id_token code"})
    void answersWithACodeAndAnIdToken(String type) {
        AuthorizationResponse response = answer(typed(type));
        assertThat(response.responseMode()).isEqualTo(ResponseMode.FRAGMENT);
        assertThat(response.parameters()).containsOnlyKeys("code", "id_token", "state", "iss");
        String code = Objects.requireNonNull(response.parameters().get("code"));
        JsonObject claims = Jwt.claims(idToken(response.parameters()));
        String half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(code), 16));
        assertThat(claims.getString("c_hash")).isEqualTo(half);
        String later = Objects.requireNonNull(provider.service(TokenService.class)
                .exchange(validTokenRequest(code).with("client_id", "app").parameters(), null, FACTS)
                .idToken());
        assertThat(Jwt.claims(later).getString("sub")).isEqualTo(claims.getString("sub"));
        assertThat(Jwt.claims(later).getString("nonce")).isEqualTo("a nonce of the client");
    }

    @Test
    @DisplayName("OIDC Core 11: without a code offline_access is neither granted nor remembered")
    void ignoresOfflineAccessWithoutACode() {
        answer(typed("id_token").with("scope", "openid offline_access"));
        assertThat(provider.database().count("oauth_grant where offline = true"))
                .isZero();
        assertThat(provider.database().count("consent where scope = 'offline_access'"))
                .isZero();
    }

    @ParameterizedTest
    @DisplayName("An ID token in the answer does not take more than five statements either")
    @ValueSource(strings = {"id_token", "code id_token"})
    void takesAtMostFiveStatements(String type) {
        answer(typed(type));
        for (int each = 0; each < 2; each++) {
            provider.clock().forward(Duration.ofMinutes(5));
            int before = provider.database().statements();
            assertThat(browser.start(typed(type))).isInstanceOf(Respond.class);
            assertThat(provider.database().statements() - before).isLessThanOrEqualTo(5);
        }
    }

    @Test
    @DisplayName("B16: errors of a type with an ID token travel in the fragment")
    void tellsErrorsInTheFragment() {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(typed("code id_token").without("nonce")))
                .satisfies(told -> assertThat(told.response().location())
                        .startsWith(SampleClient.REDIRECT_URI + "#error=invalid_request&"));
    }

    private static SampleClient client() {
        return publicClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "implicit", "refresh_token")
                .withResponseTypes("code", "id_token", "code id_token")
                .withResponseModes("query", "fragment");
    }

    private static SampleRequest typed(String type) {
        return validRequest().with("response_type", type);
    }

    private AuthorizationResponse answer(SampleRequest request) {
        return browser.answerFor(request, "alice");
    }

    private static String idToken(Map<String, String> response) {
        return Objects.requireNonNull(response.get("id_token"));
    }
}
