package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.OwnServers.FAILURES;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Who guesses a client's secret is slowed down, and nobody else notices (RFC 6749, section 2.3.1). */
class SecretGuessingIT {
    @Test
    @DisplayName(
            "D07: after ten wrong secrets the guesser waits, even with the right one; others and other clients do not")
    void slowsTheGuesserDown() {
        for (int each = 0; each < FAILURES; each++) {
            assertThat(guess(TestClients.CONF_BASIC, "198.51.100.7").status()).isEqualTo(401);
        }

        Answer refused = guess(TestClients.CONF_BASIC, "198.51.100.7");
        assertThat(refused.status()).as("%s", refused).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElse("none")))
                .isBetween(1, 60);
        assertThat(refused.error()).isEqualTo("temporarily_unavailable");
        assertThat(authenticate(TestClients.CONF_BASIC, "198.51.100.7").status())
                .isEqualTo(429);

        assertAuthenticated(authenticate(TestClients.CONF_BASIC, "198.51.100.8"));
        assertAuthenticated(authenticate(TestClients.REFRESHING, "198.51.100.7"));
    }

    @Test
    @DisplayName("F12: with IPv6 a whole /64 is one guesser, however it changes its address in there")
    void countsNetworksOfIpv6() {
        for (int each = 0; each < FAILURES; each++) {
            assertThat(guess(TestClients.NOPKCE, "2001:db8:7:1::" + each).status())
                    .isEqualTo(401);
        }

        assertThat(guess(TestClients.NOPKCE, "2001:db8:7:1:ffff::1").status()).isEqualTo(429);
        assertAuthenticated(authenticate(TestClients.NOPKCE, "2001:db8:7:2::1"));
    }

    @Test
    @DisplayName("F12: what a caller puts in front of the address that the proxy saw changes nothing")
    void believesTheProxyOnly() {
        for (int each = 0; each < FAILURES; each++) {
            assertThat(guess(TestClients.HYBRID, "203.0.113." + each + ", 198.51.100.9")
                            .status())
                    .isEqualTo(401);
        }

        assertThat(guess(TestClients.HYBRID, "127.0.0.1, rubbish, 198.51.100.9").status())
                .isEqualTo(429);
    }

    private static Answer guess(TestClient client, String forwardedFor) {
        return exchange(client, "guessed", forwardedFor);
    }

    private static Answer authenticate(TestClient client, String forwardedFor) {
        return exchange(client, Objects.requireNonNull(client.secret()), forwardedFor);
    }

    private static Answer exchange(TestClient client, String secret, String forwardedFor) {
        Parameters form = Parameters.none()
                .with("grant_type", "authorization_code")
                .with("code", "ost_ac_unknown")
                .with("redirect_uri", client.redirectUri())
                .with("code_verifier", "v".repeat(43));
        return new Proxied(OwnServers.behindAProxy())
                .post(
                        "/api/oidc/token",
                        form,
                        "X-Forwarded-For: " + forwardedFor,
                        "Authorization: " + TokenRequest.basic(client.id(), secret));
    }

    /** It is the client, though its code is unknown. */
    private static void assertAuthenticated(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }
}
