package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.config.RateLimits;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.TooManyRequests;
import org.ostiary.ejb.visit.RequestFacts;

class RequestLimitsTest {

    private static final String HOME = "192.0.2.7";

    private final RunningProvider provider = new RunningProvider(
            new TestDatabase(),
            SampleConfig.production().with(new RateLimits(0, 3, 4, 5, 6)).build());

    RequestLimitsTest() {
        provider.configure(confidentialClient(), confidentialClient().called("other"));
    }

    @ParameterizedTest
    @DisplayName("RFC 9126 2.3, RFC 6585 4: each endpoint has a number of its own, and says when to come again")
    @CsvSource({"TOKEN,3", "PUSHED_AUTHORIZATION_REQUEST,4", "REVOCATION,5", "INTROSPECTION,6"})
    void takesSoManyAMinute(AuthenticatedEndpoint endpoint, int most) {
        ask(endpoint, most);
        provider.clock().forward(Duration.ofSeconds(20));
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> ask(endpoint, "app", HOME))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(OAuthErrorCode.TEMPORARILY_UNAVAILABLE);
                    assertThat(refusal.retryAfterSeconds()).isEqualTo(40);
                    assertThat(refusal.clientId()).isEqualTo("app");
                });
        provider.clock().forward(Duration.ofSeconds(40));
        assertThatNoException().isThrownBy(() -> ask(endpoint, "app", HOME));
    }

    @Test
    @DisplayName("Neither other clients, nor other addresses, nor other endpoints pay for it")
    void othersDoNotPay() {
        ask(AuthenticatedEndpoint.TOKEN, 3);
        assertThatNoException().isThrownBy(() -> ask(AuthenticatedEndpoint.TOKEN, "other", HOME));
        assertThatNoException().isThrownBy(() -> ask(AuthenticatedEndpoint.TOKEN, "app", "192.0.2.8"));
        assertThatNoException().isThrownBy(() -> ask(AuthenticatedEndpoint.REVOCATION, "app", HOME));
    }

    @Test
    @DisplayName("With IPv6 one site is one address: its 64 bits of own addresses do not multiply the number")
    void oneSiteIsOneAddress() {
        IntStream.range(0, 3).forEach(each -> ask(AuthenticatedEndpoint.TOKEN, "app", "2001:db8::" + each));
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> ask(AuthenticatedEndpoint.TOKEN, "app", "2001:db8::ffff"));
        assertThatNoException().isThrownBy(() -> ask(AuthenticatedEndpoint.TOKEN, "app", "2001:db8:0:1::1"));
    }

    private void ask(AuthenticatedEndpoint endpoint, int times) {
        IntStream.range(0, times).forEach(each -> ask(endpoint, "app", HOME));
    }

    private void ask(AuthenticatedEndpoint endpoint, String client, String ip) {
        provider.service(ClientAuthentication.class)
                .authenticate(
                        endpoint,
                        SampleTokens.basic(client, SampleClient.SECRET),
                        RequestParameters.parse(""),
                        new RequestFacts("request-1", ip, "a program"));
    }
}
