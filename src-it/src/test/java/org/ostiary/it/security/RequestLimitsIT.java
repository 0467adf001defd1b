package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** What a client may ask within a minute, over the wire. */
class RequestLimitsIT {
    private final Proxied caller = new Proxied(OwnServers.behindAProxy());

    @Test
    @DisplayName("RFC 6585 4, RFC 9126 2.3: one more than allowed is 429 with Retry-After, and no other client pays")
    void saysWhenToComeAgain() {
        for (int each = 0; each < OwnServers.REVOCATIONS; each++) {
            assertThat(revoke(TestClients.CONF_POST).status()).isEqualTo(200);
        }
        Answer refused = revoke(TestClients.CONF_POST);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).isEqualTo("temporarily_unavailable");
        assertThat(refused.header("Retry-After").map(Integer::parseInt).orElseThrow())
                .isBetween(1, 60);
        assertThat(refused.header("Cache-Control")).hasValue("no-store");
        Answer other = caller.post(
                "/api/oidc/revocation",
                Parameters.none().with("client_id", TestClients.SPA.id()).with("token", "unknown"));
        assertThat(other.status()).isEqualTo(200);
    }

    private Answer revoke(TestClient client) {
        return caller.post(
                "/api/oidc/revocation",
                Parameters.none()
                        .with("client_id", client.id())
                        .with("client_secret", Objects.requireNonNull(client.secret()))
                        .with("token", "unknown"));
    }
}
