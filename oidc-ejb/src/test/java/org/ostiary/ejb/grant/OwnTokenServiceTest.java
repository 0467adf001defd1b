package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.ejb.userinfo.UserInfoService;

class OwnTokenServiceTest {

    private static final SampleRequest REQUEST = SampleRequest.of("grant_type", "client_credentials");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleTokens tokens = new SampleTokens(provider);

    OwnTokenServiceTest() {
        provider.configure(machine());
    }

    private static SampleClient machine() {
        return confidentialClient()
                .withScopes("openid", "email", "read", "write")
                .withGrantTypes("client_credentials")
                .with(new ClientAudience(Set.of("https://a.test", "https://b.test"), AudienceMode.EXPLICIT));
    }

    @Test
    @DisplayName("RFC 6749 4.4.3: an access token and no other; without a scope all that concerns no person")
    void givesAnAccessToken() {
        TokenResponse response = tokens.exchange(REQUEST);
        assertThat(response.accessToken()).startsWith("ost_at_");
        assertThat(response.refreshToken()).isNull();
        assertThat(response.idToken()).isNull();
        assertThat(response.scope()).isEqualTo("read write");
        assertThat(provider.audited("own_token_issued")).isOne();
    }

    @Test
    @DisplayName(
            "C19, RFC 6749 4.4.2: never more than registered; unknown scopes are ignored, repeated ones count once")
    void givesWhatIsRegistered() {
        assertThat(tokens.exchange(REQUEST.with("scope", "read admin read")).scope())
                .isEqualTo("read");
    }

    @ParameterizedTest
    @DisplayName("S05, C19: scopes about people are refused, also those the client has")
    @ValueSource(strings = {"openid", "email", "offline_access", "read openid", "profile"})
    void refusesScopesAboutPeople(String scope) {
        assertThat(tokens.outcome(REQUEST.with("scope", scope))).isEqualTo("invalid_scope");
    }

    @Test
    @DisplayName("S05: a strict client is refused for an unknown scope")
    void refusesUnknownScopesOfAStrictClient() {
        provider.configure(machine().with(new ClientStrictness(true, null, null, null)));
        assertThat(tokens.outcome(REQUEST.with("scope", "read admin"))).isEqualTo("invalid_scope");
    }

    @Test
    @DisplayName(
            "S05, RFC 6749 5.2: a scope of the operator's that the client may not have is refused, and not ignored")
    void refusesKnownScopesOfOthers() {
        RunningProvider other = RunningProvider.with(SampleConfig.production().withScope("admin"));
        other.configure(machine());
        SampleTokens there = new SampleTokens(other);
        assertThat(there.outcome(REQUEST.with("scope", "read admin"))).isEqualTo("invalid_scope");
        assertThat(there.outcome(REQUEST.with("scope", "read unknown"))).startsWith("ost_at_");
    }

    @Test
    @DisplayName("C20, RFC 8707 2: the audience is what was asked for and allowed")
    void namesTheAudience() {
        tokens.exchange(REQUEST.with("resource", "https://a.test"));
        assertThat(provider.database().texts("select audience from client_access_token"))
                .containsExactly("https://a.test");
        for (String resource : new String[] {"https://c.test", "relative", "https://a.test#x"}) {
            assertThat(tokens.outcome(REQUEST.with("resource", resource))).isEqualTo("invalid_target");
        }
    }

    @Test
    @DisplayName("S14: a public client has no credentials of its own")
    void refusesAPublicClient() {
        provider.configure(publicClient().withGrantTypes("client_credentials"));
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> provider.service(TokenService.class)
                        .exchange(REQUEST.with("client_id", "app").parameters(), null, RunningProvider.FACTS))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT));
    }

    @Test
    @DisplayName("S09, RFC 6750 3.1: userinfo knows nobody for such a token")
    void isNobodyAtUserInfo() {
        String token = tokens.exchange(REQUEST).accessToken();
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> provider.service(UserInfoService.class).answer(token))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INSUFFICIENT_SCOPE));
    }

    @Test
    @DisplayName("Architecture: a token of a client's own costs two statements")
    void keepsWithinTheBudget() {
        int before = provider.database().statements();
        tokens.exchange(REQUEST);
        assertThat(provider.database().statements() - before).isEqualTo(2);
    }
}
