package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.TooManyRequests;
import org.ostiary.ejb.visit.RequestFacts;

class AuthenticationThrottleTest {

    private static final int MOST = 10;
    private static final String ATTACKER = "192.0.2.66";
    private static final String OWN = "192.0.2.7";

    private final RunningProvider provider = new RunningProvider(
            new TestDatabase(),
            SampleConfig.production().withFailedClientAuthentications(MOST).build());

    AuthenticationThrottleTest() {
        provider.configure(
                confidentialClient(),
                confidentialClient().called("other"),
                publicClient().called("spa"));
    }

    @Test
    @DisplayName("D07, RFC 6749 2.3.1: who guesses is told to wait, and the right secret does not help then")
    void slowsDownGuessing() {
        fail(MOST, "app", ATTACKER);
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> authenticate("app", SampleClient.SECRET, ATTACKER))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(OAuthErrorCode.TEMPORARILY_UNAVAILABLE);
                    assertThat(refusal.retryAfterSeconds()).isEqualTo(60);
                    assertThat(refusal.clientId()).isEqualTo("app");
                });
    }

    @Test
    @DisplayName(
            "D07: of a thousand wrong secrets ten are looked at, and the client at its own address notices nothing")
    void leavesTheClientAlone() {
        for (int guess = 0; guess < 1_000; guess++) {
            boolean looked = guess < MOST;
            assertThatExceptionOfType(looked ? InvalidClient.class : TooManyRequests.class)
                    .isThrownBy(() -> authenticate("app", "wrong", ATTACKER));
            assertThatNoException().isThrownBy(() -> authenticate("app", SampleClient.SECRET, OWN));
        }
        assertThatNoException().isThrownBy(() -> authenticate("other", SampleClient.SECRET, ATTACKER));
    }

    @Test
    @DisplayName("D07: after the minute the caller may try again")
    void forgetsAfterAMinute() {
        fail(MOST, "app", ATTACKER);
        provider.clock().forward(Duration.ofSeconds(60));
        assertThatNoException().isThrownBy(() -> authenticate("app", SampleClient.SECRET, ATTACKER));
    }

    @Test
    @DisplayName("D07: success is not counted")
    void countsFailuresOnly() {
        fail(MOST - 1, "app", OWN);
        IntStream.range(0, 100).forEach(each -> authenticate("app", SampleClient.SECRET, OWN));
        fail(1, "app", OWN);
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> authenticate("app", SampleClient.SECRET, OWN));
    }

    @Test
    @DisplayName("D07, RFC 4291: an IPv6 site is one caller, whatever its last 64 bits")
    void countsSitesOfIpv6() {
        IntStream.range(0, MOST).forEach(each -> fail(1, "app", "2001:db8:1:2::" + each));
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> authenticate("app", SampleClient.SECRET, "2001:DB8:1:2:ffff::1"));
        assertThatNoException().isThrownBy(() -> authenticate("app", SampleClient.SECRET, "2001:db8:1:3::1"));
    }

    @Test
    @DisplayName("D07, D01: unknown clients are counted like known ones")
    void tellsNothingAboutUnknownClients() {
        fail(MOST, "nobody", ATTACKER);
        assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> authenticate("nobody", "x", ATTACKER));
    }

    @Test
    @DisplayName("D07: a public client has nothing to guess, so nobody can shut its people out")
    void leavesPublicClientsAlone() {
        fail(MOST + 1, "spa", ATTACKER);
        assertThatNoException()
                .isThrownBy(() -> provider.service(ClientAuthentication.class)
                        .authenticate(
                                AuthenticatedEndpoint.TOKEN,
                                null,
                                RequestParameters.parse("client_id=spa"),
                                facts(ATTACKER)));
    }

    private void fail(int times, String client, String ip) {
        for (int each = 0; each < times; each++) {
            assertThatExceptionOfType(InvalidClient.class).isThrownBy(() -> authenticate(client, "wrong", ip));
        }
    }

    private void authenticate(String client, String secret, String ip) {
        provider.service(ClientAuthentication.class)
                .authenticate(
                        AuthenticatedEndpoint.TOKEN,
                        SampleTokens.basic(client, secret),
                        RequestParameters.parse(""),
                        facts(ip));
    }

    private static RequestFacts facts(String ip) {
        return new RequestFacts("request-1", ip, "a client");
    }
}
