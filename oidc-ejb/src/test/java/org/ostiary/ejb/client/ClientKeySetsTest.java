package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleAssertion.jwkSet;
import static org.ostiary.ejb.fixture.SampleAssertion.newKey;
import static org.ostiary.ejb.fixture.SampleAssertion.validAssertion;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.HttpsServer;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;

class ClientKeySetsTest {

    private final MovableClock clock = new MovableClock();
    private final PublicJsonWebKey first = newKey("first");
    private final PublicJsonWebKey second = newKey("second");
    private HttpsServer server;
    private ClientKeySets keySets;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, for a server and a clock of the test's own.
    void start() throws Exception {
        server = new HttpsServer();
        publish(first);
        keySets = new ClientKeySets();
        keySets.http = new GuardedHttp(List.of("127.0.0.0/8", "::1"), server.trustingSockets());
        keySets.verifier = new JwtVerifier();
        keySets.clock = clock;
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("A published set is fetched once in five minutes")
    void keepsASet() {
        assertThat(verifies(first)).isTrue();
        assertThat(verifies(first)).isTrue();
        assertThat(server.connections()).isOne();
        clock.forward(Duration.ofMinutes(5));
        assertThat(verifies(first)).isTrue();
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "D23: a new key is known with the first assertion that names it; 1,000 unknown ones fetch once a minute")
    void fetchesAgainForAnUnknownKey() {
        assertThat(verifies(first)).isTrue();
        clock.forward(Duration.ofMinutes(1));
        publish(second);
        assertThat(verifies(second)).isTrue();
        assertThat(server.connections()).isEqualTo(2);
        for (int each = 0; each < 1000; each++) {
            assertThat(keySets.verify(
                            client("https://localhost:" + server.port() + "/jwks.json"),
                            validAssertion().withHeader("kid", "random-" + each).signedBy(second),
                            Set.of(JwsAlgorithm.ES256)))
                    .isEmpty();
        }
        assertThat(server.connections()).isEqualTo(2);
        clock.forward(Duration.ofMinutes(1));
        verifies(first);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    @DisplayName("A set that cannot be had, or is no set, leaves the one that is known")
    void keepsWhatItKnows() {
        assertThat(verifies(first)).isTrue();
        for (String answer : new String[] {"HTTP/1.1 500 Oops\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nrubbish"}) {
            server.replies(answer);
            clock.forward(Duration.ofMinutes(6));
            assertThat(verifies(first)).isTrue();
        }
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    @DisplayName("D23: a client whose server does not answer holds up no other, wherever their addresses are kept")
    void holdsUpNobodyElse() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String stuckAt = "https://localhost:" + silent.getLocalPort() + "/jwks.json";
            Future<Boolean> stuck = other.submit(() -> verifies(first, stuckAt));
            try (Socket called = silent.accept()) {
                assertThat(verifies(first, neighbour(stuckAt))).isTrue();
                assertThat(stuck.isDone()).isFalse();
                assertThat(called.isClosed()).isFalse();
            }
            assertThat(stuck.get()).isFalse();
        } finally {
            other.shutdownNow();
        }
    }

    /** An address of the test's server that a small hash table keeps in the same place as another one. */
    private String neighbour(String address) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "https://localhost:" + server.port() + "/" + number)
                .filter(each -> place(each) == place(address))
                .findFirst()
                .orElseThrow();
    }

    private static int place(String key) {
        return (key.hashCode() ^ (key.hashCode() >>> 16)) & 15;
    }

    private void publish(PublicJsonWebKey key) {
        server.replies("HTTP/1.1 200 OK\r\n\r\n" + jwkSet(key));
    }

    private boolean verifies(PublicJsonWebKey key) {
        return verifies(key, "https://localhost:" + server.port() + "/jwks.json");
    }

    private boolean verifies(PublicJsonWebKey key, String address) {
        String assertion = validAssertion().withHeader("kid", key.getKeyId()).signedBy(key);
        return keySets.verify(client(address), assertion, Set.of(JwsAlgorithm.ES256))
                .isPresent();
    }

    private static RegisteredClient client(String address) {
        return confidentialClient()
                .with(new ClientKeys(null, address, null, false))
                .registered();
    }
}
