package org.ostiary.ejb.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.ending.SessionExpiryService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

class CleanUpServiceTest {

    private static final List<String> TABLES = List.of(
            "interaction",
            "access_token",
            "client_access_token",
            "refresh_token",
            "authorization_code",
            "oauth_grant",
            "login_session",
            "used_identifier",
            "consent");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    CleanUpServiceTest() {
        provider.addAccount("alice");
        provider.configure(confidentialClient()
                .withScopes("openid", "offline_access", "read")
                .withGrantTypes("authorization_code", "refresh_token", "client_credentials"));
    }

    @Test
    @DisplayName("S17: after its time everything goes, and what nobody can use goes before what hangs on it")
    void tidiesWhatExpired() {
        live();
        provider.clock().forward(Duration.ofDays(30));
        provider.service(SessionExpiryService.class).endOverdue();
        provider.clock().forward(Duration.ofDays(2));
        tidy();
        assertThat(TABLES)
                .allSatisfy(table ->
                        assertThat(provider.database().count(table)).as(table).isZero());
        assertThat(provider.database().count("audit_record")).isPositive();
        assertThat(provider.database().count("subject_identifier")).isOne();
    }

    @Test
    @DisplayName("S17: nothing that still works goes")
    void keepsWhatWorks() {
        TokenResponse response = live();
        provider.clock().forward(Duration.ofMinutes(59));
        tidy();
        assertThat(tokens.works(response.accessToken())).isTrue();
        assertThat(tokens.outcome(refreshRequest(Objects.requireNonNull(response.refreshToken()))))
                .startsWith("ost_at_");
    }

    @Test
    @DisplayName("RFC 6749 4.1.2: while a token lives, a replay of its code is seen for what it is")
    void keepsTheCodesOfLivingTokens() {
        String code = browser.codeFor(validRequest().with("scope", "openid offline_access"), "alice");
        TokenResponse response = tokens.exchange(validTokenRequest(code));
        provider.clock().forward(Duration.ofMinutes(50));
        tidy();
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(provider.audited("code_replayed")).isOne();
    }

    @Test
    @DisplayName("B07, S11: with the clean-up off, what expired counts for nothing all the same")
    void isNotWhatEndsThings() {
        String code = browser.codeFor(validRequest().with("scope", "openid"), "alice");
        TokenResponse response = live();
        provider.clock().forward(SampleConfig.TOKEN_LIFESPAN.plus(SampleConfig.REFRESH_IDLE));
        assertThat(tokens.works(response.accessToken())).isFalse();
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
        assertThat(tokens.outcome(refreshRequest(Objects.requireNonNull(response.refreshToken()))))
                .isEqualTo("invalid_grant");
        assertThat(provider.database().count("access_token")).isPositive();
    }

    @Test
    @DisplayName("Part 12: a batch is bounded, but for rows of the very same moment")
    void tidiesInBatches() {
        for (int each = 0; each < 1_200; each++) {
            provider.database().execute("insert into used_identifier values ('x', ?, ?)", "hash-" + each, each);
        }
        assertThat(service().tidy(Leftover.USED_IDENTIFIER, Swept.START).deleted())
                .isEqualTo(500);
        assertThat(service().tidy(Leftover.USED_IDENTIFIER, Swept.START).deleted())
                .isEqualTo(500);
        assertThat(service().tidy(Leftover.USED_IDENTIFIER, Swept.START).deleted())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Part 12: of several nodes one has the turn, and the next comes after the interval")
    void givesTheTurnToOne() throws InterruptedException {
        provider.database().execute("update turn set next_at = 0");
        assertThat(Race.run(8, () -> service().takeTurn()))
                .filteredOn(won -> won)
                .hasSize(1);
        assertThat(service().takeTurn()).isFalse();
        provider.clock().forward(Duration.ofMinutes(10));
        assertThat(service().takeTurn()).isTrue();
    }

    private TokenResponse live() {
        TokenResponse response = tokens.exchange(
                validTokenRequest(browser.codeFor(validRequest().with("scope", "openid offline_access"), "alice")));
        tokens.exchange(SampleRequest.of("grant_type", "client_credentials"));
        return response;
    }

    private void tidy() {
        for (Leftover kind : Leftover.values()) {
            service().tidy(kind, Swept.START);
        }
    }

    private CleanUpService service() {
        return provider.service(CleanUpService.class);
    }
}
