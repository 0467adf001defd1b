package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;

/**
 * What a proxy may take for one request is never two to the server behind it (W10), and there is no second version of the
 * protocol that would have to be understood alike (W28); nor is there WebFinger (W23).
 */
@OnEveryServer
class SmugglingIT {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 [0-9]{3}");
    private static final String BODY = "grant_type=x";
    private static final String LENGTH = "Content-Length: 12\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String CHUNKS = "c\r\n" + BODY + "\r\n0\r\n\r\n";
    private static final int ROUNDS = 200;

    private final OstiaryServer server;

    SmugglingIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName(
            "W10, RFC 9112 6: a head that says twice, or in no known way, where the body ends is refused, and nothing behind it is read")
    void refusesAmbiguousHeads() {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String encoding : new String[] {
            "xchunked",
            "identity",
            "gzip, chunked",
            "chunked, identity",
            "chunked, chunked",
            "\"chunked\"",
            "\u000bchunked"
        }) {
            requests.put("encoding " + encoding, post("Transfer-Encoding: " + encoding + "\r\n", CHUNKS));
            requests.put(
                    "encoding " + encoding + " with a length",
                    post("Transfer-Encoding: " + encoding + "\r\n" + LENGTH, CHUNKS));
        }
        requests.put("encoding, then length", post(CHUNKED + LENGTH, CHUNKS));
        requests.put("two encodings", post(CHUNKED + "Transfer-Encoding: identity\r\n", CHUNKS));
        requests.put("two lengths", post(LENGTH + "Content-Length: 13\r\n", BODY));
        requests.put("the same length twice", post(LENGTH + LENGTH, BODY));
        for (String length :
                new String[] {"+12", "12, 12", "12,13", "0x0c", "-12", "12a", "99999999999999999999", ""}) {
            requests.put("length " + length, post("Content-Length: " + length + "\r\n", BODY));
        }
        requests.put("space before the colon", post("Transfer-Encoding : chunked\r\n" + LENGTH, BODY));
        requests.put("folded value", post("Transfer-Encoding:\r\n chunked\r\n" + LENGTH, BODY));
        requests.put("line feed alone", post("X: y\n" + CHUNKED + LENGTH, BODY));
        requests.put("carriage return alone", post("X: y\rTransfer-Encoding: chunked\r\n" + LENGTH, BODY));
        requests.put("no colon", post("Transfer-Encoding chunked\r\n" + LENGTH, BODY));
        requests.put("NUL in a name", post("Transfer-Encoding\0: chunked\r\n" + LENGTH, BODY));
        requests.put("two hosts", post("Host: localhost:" + server.port() + "\r\n" + LENGTH, BODY));
        requests.put("encoding in an old version", post(CHUNKED, CHUNKS).replaceFirst("HTTP/1\\.1", "HTTP/1.0"));
        requests.put("body of a GET", get("Content-Length: 5\r\n" + CHUNKED, "0\r\n\r\n"));
        assertAloneAnswered(requests, 400, 411);
    }

    @Test
    @DisplayName("W10, RFC 9112 7.1: chunks that are no chunks are refused, and nothing behind them is read")
    void refusesBrokenChunks() {
        Map<String, String> requests = new LinkedHashMap<>();
        String end = "\r\n" + BODY + "\r\n0\r\n\r\n";
        requests.put("long extension", post(CHUNKED, "c;" + "a".repeat(20_000) + end));
        requests.put("line feed in an extension", post(CHUNKED, "c;a\nb" + end));
        requests.put("overflowing size", post(CHUNKED, "1000000000000000c" + end));
        requests.put("negative size", post(CHUNKED, "-c" + end));
        requests.put("prefixed size", post(CHUNKED, "0xc" + end));
        requests.put("no end of line", post(CHUNKED, "c\r\n" + BODY + "XX0\r\n\r\n"));
        assertAloneAnswered(requests, 400);
    }

    @Test
    @DisplayName(
            "W10, RFC 9112 6.3: where the server cannot know of the ambiguity, the connection ends with the answer, 200 times of 200")
    void endsTheConnection() {
        Map<String, String> requests = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            requests.put("length, then encoding " + round, post("Content-Length: 6\r\n" + CHUNKED, CHUNKS));
        }
        requests.put("lines that end too early", post(CHUNKED, CHUNKS.replace("\r\n", "\n")));
        requests.put("an extension", post(CHUNKED, CHUNKS.replaceFirst("c", "c;a=b")));
        assertAloneAnswered(requests, 400, 401);
    }

    @Test
    @DisplayName("W10, RFC 9112 5.2: a folded line belongs to the header before it, and the length counts")
    void unfolds() {
        String heard = RawHttp.hear(server.port(), post("X-A: b\r\n " + CHUNKED + LENGTH, BODY));
        assertThat(ANSWER.matcher(heard).results().map(answer -> answer.group()))
                .containsExactly("HTTP/1.1 401", "HTTP/1.1 200");
    }

    @Test
    @DisplayName("W28: HTTP/2 is not spoken, neither at once nor after asking")
    void speaksOneVersion() {
        String preface = RawHttp.hear(server.port(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        assertThat(preface)
                .doesNotContain("\0\0\0\4\0")
                .satisfiesAnyOf(
                        heard -> assertThat(heard).isEmpty(),
                        heard -> assertThat(heard).startsWith("HTTP/1.1 4"));
        String upgrade = RawHttp.hear(
                server.port(),
                get(
                        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
                        ""));
        assertThat(upgrade).startsWith("HTTP/1.1 200").doesNotContain("101 Switching");
    }

    @Test
    @DisplayName("W28: a client that offers HTTP/2 with a POST, as Java's own does, is answered by HTTP/1.1 at once")
    void answersWhoOffersAnUpgrade() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.endpoint("/api/oidc/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=nobody"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_client");
        }
    }

    @Test
    @DisplayName("W23: there is no WebFinger, and so nobody can be looked for by it")
    void hasNoWebFinger() {
        for (String resource :
                List.of("acct:alice@localhost", "acct:*)(uid=*", "https://evil.test/", "a".repeat(4_000))) {
            Answer answer = new UserAgent()
                    .get(server.endpoint(
                            "/.well-known/webfinger?resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8)));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("alice", "evil.test");
        }
    }

    /** One answer to each, and none to what stands behind. */
    private void assertAloneAnswered(Map<String, String> requests, Integer... statuses) {
        SoftAssertions all = new SoftAssertions();
        requests.forEach((name, request) -> {
            String heard = RawHttp.hear(server.port(), request);
            all.assertThat(ANSWER.matcher(heard)
                            .results()
                            .map(answer -> Integer.valueOf(answer.group().substring(9))))
                    .as(name)
                    .hasSize(1)
                    .allMatch(status -> List.of(statuses).contains(status));
            all.assertThat(heard.toLowerCase(Locale.ROOT)).as(name).contains("\r\nconnection: close\r\n");
        });
        all.assertAll();
    }

    private String post(String headers, String body) {
        return "POST /api/oidc/token HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + headers + "\r\n" + body + smuggled();
    }

    private String get(String headers, String body) {
        return "GET /jwks.json HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + headers + "\r\n" + body
                + (body.isEmpty() ? "" : smuggled());
    }

    private String smuggled() {
        return "GET /jwks.json HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n\r\n";
    }
}
