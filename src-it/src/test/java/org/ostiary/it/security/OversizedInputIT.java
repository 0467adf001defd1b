package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** What is too large is refused before it costs anything, by the application and not by a page of the container. */
@OnEveryServer
class OversizedInputIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final OstiaryServer server;

    OversizedInputIT(OstiaryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/oidc/token",
                "/api/oidc/authorization",
                "/api/oidc/userinfo",
                "/api/oidc/introspection",
                "/api/oidc/revocation",
                "/login.xhtml",
                "/consent.xhtml",
                "/nope"
            })
    @DisplayName("W11: a body over 64 kB is answered 413 by its declared length, in the endpoint's own kind")
    void refusesLargeBodies(String path) {
        for (int length : new int[] {64 * 1024 + 1, 20_000_000, Integer.MAX_VALUE}) {
            assertTooLarge(path, post(path, "Content-Length: " + length + "\r\n", "a=b"));
        }
        assertTooLarge(path, post(path, "Content-Length: 9223372036854775807\r\n", "a=b"));
    }

    @Test
    @DisplayName("W11: a body of 64 kB is read")
    void readsWhatIsAllowed() {
        String body = "x=" + "a".repeat(8192) + ("&y" + "b".repeat(8190)).repeat(6);
        RawAnswer answer = post("/api/oidc/token", "Content-Length: " + body.length() + "\r\n", body);
        assertThat(answer.status()).isIn(400, 401);
    }

    @Test
    @DisplayName("W11: a body in chunks is counted while it is read")
    void countsChunks() {
        String small = "3\r\na=b\r\n0\r\n\r\n";
        assertThat(post("/api/oidc/token", "Transfer-Encoding: chunked\r\n", small)
                        .status())
                .isEqualTo(401);
        String large = ("2000\r\n" + "a".repeat(0x2000) + "\r\n").repeat(16) + "0\r\n\r\n";
        for (String path : new String[] {"/api/oidc/token", "/api/oidc/authorization"}) {
            assertTooLarge(path, post(path, "Transfer-Encoding: chunked\r\n", large));
        }
        assertThat(post("/login.xhtml", "Transfer-Encoding: chunked\r\n", large).status())
                .isIn(411, 413);
    }

    @Test
    @DisplayName("W11: more than a hundred parameters, also with colliding names, are refused")
    void refusesManyParameters() {
        String many = IntStream.range(0, 6_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        String colliding = IntStream.range(0, 2_000)
                .mapToObj(OversizedInputIT::collidingName)
                .collect(Collectors.joining("=&"));
        for (String body :
                new String[] {many, colliding, "&".repeat(60_000), "=".repeat(60_000), "a&".repeat(30_000)}) {
            for (String path : new String[] {"/api/oidc/token", "/api/oidc/authorization", "/login.xhtml"}) {
                Instant begin = Instant.now();
                RawAnswer answer = post(path, "Content-Length: " + body.length() + "\r\n", body);
                assertThat(answer.status()).as(path).isIn(400, 401);
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    @DisplayName("W11: long values, thousands of scopes and a huge claims parameter are refused by their size")
    void refusesLongValues() {
        AuthorizationRequest valid = AuthorizationRequest.valid(TestClients.CONF_BASIC);
        for (AuthorizationRequest large : new AuthorizationRequest[] {
            valid.with("scope", "openid " + "s ".repeat(10_000)),
            valid.with("claims", "{\"userinfo\":{\"" + "c".repeat(50_000) + "\":null}}"),
            valid.with("state", "s".repeat(8193)),
            valid.with("redirect_uri", "https://rp.test/" + "r".repeat(50_000))
        }) {
            Answer answer = new UserAgent().post(server.endpoint("/api/oidc/authorization"), large.parameters());
            Refusals.assertShown(answer);
        }
        Answer longest = new UserAgent()
                .post(
                        server.endpoint("/api/oidc/authorization"),
                        valid.with("state", "s".repeat(8192)).parameters());
        assertThat(longest.status()).isEqualTo(303);
    }

    @Test
    @DisplayName(
            "W11: headers and addresses of 10 kB and more are refused by the server's parser, without a word of its own")
    void refusesLargeHeads() {
        for (String headers : new String[] {
            "X-A: " + "a".repeat(10_000) + "\r\n",
            "Cookie: a=" + "b".repeat(64_000) + "\r\n",
            IntStream.range(0, 2_000).mapToObj(i -> "X-" + i + ": 1\r\n").collect(Collectors.joining()),
            "Authorization: Basic " + "A".repeat(20_000) + "\r\n"
        }) {
            assertRefusedByTheParser("GET /jwks.json HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + headers
                    + "Connection: close\r\n\r\n");
        }
        assertRefusedByTheParser("GET /jwks.json?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost:"
                + server.port() + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    @DisplayName("W11: afterwards the server answers as before")
    void survives() {
        assertThat(new UserAgent()
                        .get(URI.create(server.address() + "/health/ready"))
                        .status())
                .isEqualTo(200);
    }

    private RawAnswer post(String path, String lengths, String body) {
        return RawHttp.exchange(
                server.port(),
                "POST " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + FORM + lengths
                        + "Connection: close\r\n\r\n" + body);
    }

    private void assertRefusedByTheParser(String request) {
        try (RawHttp connection = new RawHttp(server.port())) {
            RawAnswer answer = connection
                    .send(request.getBytes(StandardCharsets.ISO_8859_1))
                    .receive();
            assertThat(answer.status()).isIn(0, 400, 413, 414, 431);
            assertThat(answer.body()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("exception");
        } catch (UncheckedIOException closedWhileSending) {
            // The server may hang up before it has read everything.
        }
    }

    private static void assertTooLarge(String path, RawAnswer answer) {
        assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(413);
        assertThat(answer.head()).contains("X-Request-Id: ");
        boolean forPrograms = path.startsWith("/api/") && !path.equals("/api/oidc/authorization");
        assertThat(answer.head()).contains("Content-Type: " + (forPrograms ? "application/json" : "text/html"));
        assertThat(answer.body()).doesNotContainIgnoringCase("payara");
    }

    /** Twelve pairs of characters, Aa or BB, which have the same hash. */
    private static String collidingName(int number) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
