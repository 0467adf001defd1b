package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;
import static org.ostiary.ejb.grant.RefreshServiceTest.refreshToken;
import static org.ostiary.ejb.grant.RefreshServiceTest.refreshing;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.token.TokenResponse;

class RefreshRefusalsTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    RefreshRefusalsTest() {
        provider.addAccount("alice");
        provider.configure(refreshing(), refreshing().called("other"));
    }

    @Test
    @DisplayName("C02, RFC 9700 4.14.2: a reuse after the successor was used ends the family at once")
    void endsTheFamily() {
        TokenResponse first = redeem();
        TokenResponse second = tokens.exchange(refreshRequest(refreshToken(first)));
        TokenResponse third = tokens.exchange(refreshRequest(refreshToken(second)));
        refused(refreshToken(first));
        refused(refreshToken(third));
        assertThat(tokens.works(third.accessToken())).isFalse();
        assertThat(tokens.works(first.accessToken())).isFalse();
        assertThat(provider.audited("refresh_reuse")).isOne();
    }

    @Test
    @DisplayName("Part 6: a repetition within grace for another scope is refused, and the family lives")
    void refusesARepetitionForAnotherScope() {
        String spent = refreshToken(redeem());
        TokenResponse second = tokens.exchange(refreshRequest(spent));
        assertThat(tokens.outcome(refreshRequest(spent).with("scope", "openid")))
                .isEqualTo("invalid_grant");
        assertThat(tokens.works(second.accessToken())).isTrue();
        assertThat(provider.audited("refresh_reuse")).isZero();
    }

    @Test
    @DisplayName("C05, RFC 6749 6: another client's token is refused and still works for its own")
    void refusesAnotherClient() {
        String token = refreshToken(redeem());
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> tokens.exchangeAs("other", refreshRequest(token)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT));
        assertThat(tokens.exchange(refreshRequest(token)).accessToken()).isNotEmpty();
    }

    @Test
    @DisplayName("C06, RFC 6749 6: a scope that was not granted is invalid_scope, and costs nothing")
    void refusesMoreScope() {
        String token = refreshToken(redeem());
        for (String scope : new String[] {"openid profile email offline_access groups", "groups", "admin", " "}) {
            assertThat(tokens.outcome(refreshRequest(token).with("scope", scope)))
                    .as(scope)
                    .isEqualTo("invalid_scope");
        }
        assertThat(tokens.exchange(refreshRequest(token)).accessToken()).isNotEmpty();
    }

    @Test
    @DisplayName("C08: a disabled account gets nothing")
    void refusesADisabledAccount() {
        String token = refreshToken(redeem());
        provider.disableAccount("alice");
        refused(token);
    }

    @Test
    @DisplayName("C10, RFC 9700 4.14.2: a token that nobody uses ends, however the clean-up fares")
    void refusesAnIdleToken() {
        String token = refreshToken(redeem());
        provider.clock().forward(SampleConfig.REFRESH_IDLE);
        refused(token);
        assertThat(provider.database().count("refresh_token")).isOne();
    }

    @Test
    @DisplayName("C10, RFC 9700 4.14.2: rotation does not lead past the end of the family")
    void refusesPastTheEndOfTheFamily() {
        String token = refreshToken(redeem());
        Duration passed = Duration.ZERO;
        while (passed.plusHours(1).compareTo(SampleConfig.REFRESH_ABSOLUTE) < 0) {
            provider.clock().forward(Duration.ofHours(1));
            passed = passed.plusHours(1);
            token = refreshToken(tokens.exchange(refreshRequest(token)));
        }
        provider.clock().forward(Duration.ofHours(1));
        refused(token);
    }

    @Test
    @DisplayName("S06: a policy that the login does not meet any more ends the refreshing")
    void refusesWhenThePolicyIsTightened() {
        String token = refreshToken(redeem());
        provider.configure(refreshing().withSecondFactor());
        refused(token);
    }

    @Test
    @DisplayName("S05: a scope that was taken from the client is not refreshed")
    void leavesOutWhatTheClientLost() {
        String token = refreshToken(redeem());
        provider.configure(refreshing().withScopes("openid", "offline_access"));
        assertThat(tokens.exchange(refreshRequest(token)).scope()).isEqualTo("openid offline_access");
    }

    @Test
    void refusesAnUnknownToken() {
        refused("ost_rt_unknown");
    }

    private TokenResponse redeem() {
        return tokens.exchange(validTokenRequest(
                browser.codeFor(validRequest().with("scope", "openid profile offline_access"), "alice")));
    }

    private void refused(String refreshToken) {
        assertThat(tokens.outcome(refreshRequest(refreshToken))).isEqualTo("invalid_grant");
    }
}
