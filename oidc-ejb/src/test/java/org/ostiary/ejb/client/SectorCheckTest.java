package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.HttpsServer;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.SubjectType;

class SectorCheckTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

    private final SectorCheck sectors = new SectorCheck();
    private HttpsServer server;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, for a server of the test's own.
    void start() throws Exception {
        server = new HttpsServer();
        sectors.http = new GuardedHttp(List.of("127.0.0.0/8", "::1"), server.trustingSockets());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("W26, OIDC Core 8.1: the list must have each redirect URI, and may have others")
    void wantsEachRedirectUri() {
        server.replies(OK + "[\"https://other.test/cb\",\"https://rp.test/cb\"]");
        assertThat(sectors.refusal(claiming("https://rp.test/cb"))).isEmpty();
        assertThat(sectors.refusal(claiming("https://rp.test/cb", "https://rp.test/new")))
                .hasValueSatisfying(right -> assertThat(right).contains("each of the redirect-uris"));
        server.replies(OK + "[\"https://other.test/cb\"]");
        assertThat(sectors.refusal(claiming("https://rp.test/cb")))
                .as("the list was changed meanwhile")
                .isPresent();
        assertThat(atStart(claiming("https://rp.test/cb"))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("W26: what is no list of texts has none of them")
    @ValueSource(
            strings = {
                "<html>https://rp.test/cb</html>",
                "{\"redirect_uris\":[\"https://rp.test/cb\"]}",
                "\"https://rp.test/cb\"",
                "[[\"https://rp.test/cb\"]]",
                "[\"https://rp.test/cb\"",
                ""
            })
    void wantsAList(String list) {
        server.replies(OK + list);
        assertThat(sectors.refusal(claiming("https://rp.test/cb"))).isPresent();
        assertThat(atStart(claiming("https://rp.test/cb"))).isEmpty();
    }

    @Test
    @DisplayName("W26: a list of 5 MB, or none, refuses who registers now, and nobody at a start")
    void wantsToReadIt() {
        server.replies(out -> {
            out.write(OK.getBytes(StandardCharsets.US_ASCII));
            out.write("[\"https://rp.test/cb\"]".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = new byte[64 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            for (int each = 0; each < 80; each++) {
                out.write(blanks);
            }
        });
        assertThat(sectors.refusal(claiming("https://rp.test/cb")))
                .hasValueSatisfying(right -> assertThat(right).startsWith("could not be read: "));
        server.replies("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        assertThat(sectors.refusal(claiming("https://rp.test/cb"))).isPresent();
        assertThat(atStart(claiming("https://rp.test/cb"))).hasSize(1);
    }

    private List<ConfiguredClient> atStart(RegisteredClient client) {
        return sectors.admitted(List.of(new ConfiguredClient(client, List.of())));
    }

    private RegisteredClient claiming(String... redirectUris) {
        return confidentialClient()
                .withRedirectUris(redirectUris)
                .with(new ClientSubject(
                        SubjectType.PAIRWISE, "https://localhost:" + server.port() + "/sector.json", "localhost"))
                .configured()
                .client();
    }
}
