package org.ostiary.ejb.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.OperationSettings;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.token.TokenResponse;

class EpochServiceTest {

    private static final Instant RESTORED = MovableClock.START.plusSeconds(30);

    private TokenResponse stolen = new TokenResponse("", Duration.ZERO, "", null, null);
    private String usedCode = "";
    private RunningProvider provider = RunningProvider.with(SampleConfig.production());

    @Test
    @DisplayName(
            "Part 12: without an epoch a restored backup brings used and revoked things back, with one it does not")
    void endsWhatABackupBringsBack() {
        restoreAnOldState(SampleConfig.production());
        assertThat(provider.service(EpochService.class).begin()).isEmpty();
        assertThat(tokens().works(stolen.accessToken()))
                .as("the danger is real")
                .isTrue();

        restoreAnOldState(SampleConfig.production()
                .with(new OperationSettings(Duration.ZERO, null, Duration.ZERO, null, List.of(), RESTORED)));
        assertThat(provider.service(EpochService.class).begin()).isPresent();
        assertThat(tokens().works(stolen.accessToken())).isFalse();
        assertThat(tokens().outcome(refreshRequest(Objects.requireNonNull(stolen.refreshToken()))))
                .isEqualTo("invalid_grant");
        assertThat(tokens().outcome(validTokenRequest(usedCode))).isEqualTo("invalid_grant");
        assertThat(provider.database().count("login_session where expires_at > ?", now()))
                .isZero();
        assertThat(provider.database().count("client_access_token where revoked_at is null"))
                .isZero();
        assertThat(provider.audited("epoch_begun")).isOne();
        assertThat(provider.service(EpochService.class).begin()).as("once only").isEmpty();
        String code = browser().codeFor(validRequest().with("scope", "openid"), "alice");
        assertThat(tokens().works(tokens().exchange(validTokenRequest(code)).accessToken()))
                .as("what is issued now works")
                .isTrue();
    }

    @Test
    @DisplayName("Part 12: an epoch that is still to come is refused")
    void refusesTheFuture() {
        Instant future = MovableClock.START.plusMillis(1);
        provider = RunningProvider.with(SampleConfig.production()
                .with(new OperationSettings(Duration.ZERO, null, Duration.ZERO, null, List.of(), future)));
        assertThatThrownBy(() -> provider.service(EpochService.class).begin()).hasMessageContaining("oidc.restored-at");
    }

    /** A backup is made; then a code is used, tokens are rotated and everything is revoked; then the backup is put back. */
    private void restoreAnOldState(SampleConfig config) {
        provider = RunningProvider.with(config);
        provider.addAccount("alice");
        provider.configure(confidentialClient()
                .withScopes("openid", "offline_access", "read")
                .withGrantTypes("authorization_code", "refresh_token", "client_credentials"));
        tokens().exchange(SampleRequest.of("grant_type", "client_credentials"));
        stolen = tokens().exchange(validTokenRequest(code()));
        usedCode = code();
        List<String> backup = provider.database().texts("script");

        tokens().exchange(refreshRequest(Objects.requireNonNull(stolen.refreshToken())));
        tokens().exchange(validTokenRequest(usedCode));
        provider.database().execute("update oauth_grant set revoked_at = 1");
        assertThat(tokens().works(stolen.accessToken())).isFalse();

        provider.database().execute("drop all objects");
        backup.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("CREATE USER"))
                .forEach(line -> provider.database().execute(line));
        provider.clock().set(RESTORED.plusSeconds(5));
    }

    private String code() {
        return browser().codeFor(validRequest().with("scope", "openid offline_access"), "alice");
    }

    private SampleBrowser browser() {
        return new SampleBrowser(provider);
    }

    private SampleTokens tokens() {
        return new SampleTokens(provider);
    }

    private long now() {
        return provider.clock().instant().toEpochMilli();
    }
}
