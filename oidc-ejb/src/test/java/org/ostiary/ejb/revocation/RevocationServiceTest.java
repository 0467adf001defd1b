package org.ostiary.ejb.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.token.TokenResponse;

class RevocationServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    RevocationServiceTest() {
        provider.addAccount("alice");
        provider.configure(client(confidentialClient()), confidentialClient().called("other"));
    }

    private static SampleClient client(SampleClient kind) {
        return kind.withScopes("openid", "offline_access").withGrantTypes("authorization_code", "refresh_token");
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: revoking an access token ends it and nothing else")
    void endsAnAccessToken() {
        TokenResponse response = redeem();
        revoke("app", response.accessToken());
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(tokens.outcome(refreshRequest(refreshToken(response)))).startsWith("ost_at_");
        assertThat(provider.audited("token_revoked")).isOne();
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: revoking a refresh token ends the access tokens of its grant")
    void endsAGrant() {
        TokenResponse response = redeem();
        TokenResponse refreshed = tokens.exchange(refreshRequest(refreshToken(response)));
        revoke("app", refreshToken(refreshed));
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(tokens.works(refreshed.accessToken())).isFalse();
        assertThat(tokens.outcome(refreshRequest(refreshToken(refreshed)))).isEqualTo("invalid_grant");
        revoke("app", refreshToken(refreshed));
        assertThat(provider.audited("token_revoked")).isOne();
    }

    @Test
    @DisplayName("C11, RFC 7009 2.2: a token that nobody knows is as good as ended, whatever the hint")
    void takesUnknownTokens() {
        revoke("app", "unknown");
        revoke("app", "eyJhbGciOiJub25lIn0.e30.");
        TokenResponse response = redeem();
        revokeWith(
                SampleRequest.of("token", response.accessToken()).with("token_type_hint", "refresh_token"),
                SampleTokens.basic("app", SampleClient.SECRET));
        assertThat(tokens.works(response.accessToken())).isFalse();
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: another client's token is refused and lives on")
    void refusesAnotherClientsToken() {
        TokenResponse response = redeem();
        for (String token : new String[] {response.accessToken(), refreshToken(response)}) {
            assertThatExceptionOfType(OAuthException.class)
                    .isThrownBy(() -> revoke("other", token))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT));
        }
        assertThat(tokens.works(response.accessToken())).isTrue();
        assertThat(tokens.outcome(refreshRequest(refreshToken(response)))).startsWith("ost_at_");
    }

    @Test
    @DisplayName("C11, RFC 7009 2.1: callers authenticate, and public clients name themselves")
    void authenticates() {
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> revokeWith(SampleRequest.of("token", "x"), null));
        provider.configure(client(publicClient()));
        revokeWith(SampleRequest.of("token", "x").with("client_id", "app"), null);
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> revokeWith(SampleRequest.of("client_id", "app"), null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName("RFC 7009 2.1: a client's own token ends too")
    void endsAClientsToken() {
        provider.configure(confidentialClient().withScopes("read").withGrantTypes("client_credentials"));
        String token = tokens.exchange(SampleRequest.of("grant_type", "client_credentials"))
                .accessToken();
        revoke("app", token);
        assertThat(provider.database().count("client_access_token where revoked_at is not null"))
                .isOne();
    }

    private TokenResponse redeem() {
        return tokens.exchange(
                validTokenRequest(browser.codeFor(validRequest().with("scope", "openid offline_access"), "alice")));
    }

    private static String refreshToken(TokenResponse response) {
        return Objects.requireNonNull(response.refreshToken());
    }

    private void revoke(String client, String token) {
        revokeWith(SampleRequest.of("token", token), SampleTokens.basic(client, SampleClient.SECRET));
    }

    private void revokeWith(SampleRequest request, @Nullable String authorization) {
        provider.service(RevocationService.class).revoke(request.parameters(), authorization, RunningProvider.FACTS);
    }
}
