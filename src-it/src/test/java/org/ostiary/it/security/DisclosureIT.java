package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;

/** However a request is broken, the answer names no class, no message, no statement, no path and no version. */
@OnEveryServer
class DisclosureIT {
    private static final Pattern INSIDES = Pattern.compile(
            "(?i)payara|glassfish|grizzly|jersey|mojarra|eclipselink|weld|exception|\\bat [a-z]+\\.[a-z]+\\."
                    + "|java\\.|jakarta\\.(?!faces\\.ViewState)|org\\.|select .* from|insert into|/tmp/|/home/|6\\.2025|stack ?trace");

    private final OstiaryServer server;

    DisclosureIT(OstiaryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nope",
                "GET /nope.xhtml",
                "GET /api/oidc/nope",
                "GET /api/oidc/token",
                "PUT /login.xhtml",
                "GET /login.xhtml?x=%zz",
                "GET /login.xhtml?interaction=%ff",
                "GET /%zz",
                "GET /%ff",
                "GET /%00",
                "GET /error",
                "GET /WEB-INF/web.xml",
                "GET /login.xhtml?jakarta.faces.ViewState=x",
                "POST /login.xhtml",
                "POST /setup.xhtml",
                "POST /consent.xhtml",
                "GET /login.xhtml?jakarta.faces.partial.ajax=true&jakarta.faces.source=x",
                "GET /consent.xhtml?interaction=x",
                "GET /api/oidc/authorization",
                "GET /api/oidc/authorization/resume?interaction=%00",
                "TRACE /",
                "BREW /",
                "FOO",
                "GET /api/oidc/authorization?client_id=%80",
                "GET /setup.xhtml?token=%27%20or%201=1--",
                "POST /jwks.json"
            })
    @DisplayName("W15: errors of every kind")
    void tellsNothing(String request) {
        assertTellsNothing(send(request, "Content-Length: 0\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: ;;;",
                "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
                "Content-Type: application/x-www-form-urlencoded; charset=",
                "Content-Type: multipart/form-data",
                "Accept: ;;;",
                "Accept-Language: ;;;q=x",
                "Accept-Encoding: ;q=",
                "If-None-Match: \"",
                "If-Modified-Since: x",
                "Range: bytes=9-1",
                "Range: x",
                "Expect: nonsense",
                "Cookie: =;;\"=\"; $Version=x",
                "Cookie: ostiary-session=\"\\\"",
                "Authorization: Basic \u00FF",
                "Authorization: Bearer",
                "Origin: %",
                "Transfer-Encoding: nonsense",
                "Faces-Request: partial/ajax",
                "X-Forwarded-For: ]",
                "Content-Length: x",
                "Upgrade: h2c",
                "Connection: x, y"
            })
    @DisplayName("W15: broken headers")
    void tellsNothingAboutHeaders(String header) {
        for (String request : List.of(
                "GET /",
                "GET /jwks.json",
                "GET /api/oidc/userinfo",
                "POST /api/oidc/token",
                "POST /login.xhtml",
                "GET /assets/ostiary.css")) {
            String length =
                    header.startsWith("Content-Length") || header.startsWith("Transfer") ? "" : "Content-Length: 0\r\n";
            RawAnswer answer = send(request, header + "\r\n" + length);
            assertThat(answer.status()).as("%s with %s", request, header).isNotEqualTo(500);
            if (!request.contains(".css")) {
                assertTellsNothing(answer);
            }
        }
    }

    @Test
    @DisplayName("W15: bytes that are no HTTP at all")
    void tellsNothingToOtherProtocols() {
        for (String bytes : List.of(
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00FC\u0003\u0003\r\n\r\n",
                "FOO\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / HTTP/1.1\r\n: x\r\n\r\n")) {
            String answer = firstWords(bytes.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(INSIDES.matcher(answer).find()).as(answer).isFalse();
        }
    }

    /** What the server says at once; it may wait for more, or hang up. */
    private String firstWords(byte[] bytes) {
        StringBuilder words = new StringBuilder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write(bytes);
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                words.append((char) next);
            }
        } catch (IOException silence) {
            // All that was said until then counts.
        }
        return words.toString();
    }

    private RawAnswer send(String request, String headers) {
        return RawHttp.exchange(
                server.port(),
                request + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + headers
                        + "Connection: close\r\n\r\n");
    }

    private static void assertTellsNothing(RawAnswer answer) {
        assertThat(answer.status()).as("%s", answer).isLessThan(506);
        // Our own documents name their namespaces; what is left is text.
        String text = answer.body()
                .replace("http://www.w3.org/1999/xhtml", "")
                .replaceAll("\"kid\":\"[^\"]*\"|\"n\":\"[^\"]*\"", "");
        assertThat(INSIDES.matcher(text).find()).as("%s", answer).isFalse();
        assertThat(answer.head()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("exception");
    }
}
