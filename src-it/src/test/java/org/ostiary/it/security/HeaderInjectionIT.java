package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** Line breaks of a stranger make no header, no cookie and no line in the log. */
@OnEveryServer
class HeaderInjectionIT {
    private static final String MARK = "injected7d2c";

    private final OstiaryServer server;

    HeaderInjectionIT(OstiaryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0d%0aSet-Cookie:%20" + MARK + "=1",
                "%0aX-" + MARK + ":%201",
                "%0dX-" + MARK + ":%201",
                "%E5%98%8A%E5%98%8DSet-Cookie:%20" + MARK + "=1",
                "%0d%0a%0d%0a<html>" + MARK,
                "%c2%85X-" + MARK + ":1",
                "%e2%80%a8X-" + MARK + ":1"
            })
    @DisplayName("W09: in any parameter, and in the path")
    void injectsNothingByParameters(String value) {
        String valid = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("ui_locales", "en")
                .with("login_hint", "x")
                .parameters()
                .encoded();
        int lines = lines();
        for (String name :
                List.of("state", "redirect_uri", "ui_locales", "nonce", "scope", "client_id", "login_hint", "prompt")) {
            assertNothingInjected(get("/api/oidc/authorization?"
                    + valid.replaceFirst("(^|&)" + name + "=[^&]*", "$1" + name + "=" + value)));
        }
        assertNothingInjected(get("/login.xhtml?interaction=" + value));
        assertNothingInjected(get("/api/oidc/authorization/resume?interaction=" + value));
        assertNothingInjected(get("/" + value));
        assertThat(server.logSinceStart()).doesNotContain(MARK);
        // Refusals have a line each; what was sent has none.
        assertThat(lines() - lines).isLessThan(60);
    }

    @Test
    @DisplayName("W09: state with line breaks comes back as it was, encoded")
    void keepsLineBreaksOfTheState() {
        String state = "a\r\nSet-Cookie: " + MARK + "=1\r\rb\n\u560A";
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("state", state);
        Journey journey = SignedIn.bob(server);
        Answer answer = journey.open(request);
        assertThat(answer.redirectParameters().require("state")).isEqualTo(state);
        assertThat(answer.headers().map().toString()).doesNotContain("\r", "\n");
        assertThat(answer.headerValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("W09: a request cannot choose its own id, nor put anything into an answer's headers")
    void echoesNoHeader() {
        for (String header : List.of(
                "X-Request-Id: " + MARK,
                "X-Request-Id: a\rSet-Cookie: " + MARK + "=1",
                "Accept-Language: en\rX-" + MARK + ": 1",
                "Accept-Language: " + MARK,
                "User-Agent: \u001b[31m" + MARK,
                "Origin: https://" + MARK + ".test",
                "X-Correlation-Id: " + MARK)) {
            for (String path : List.of(
                    "/",
                    "/api/oidc/token",
                    "/api/oidc/userinfo",
                    "/api/oidc/introspection",
                    "/jwks.json",
                    "/nope",
                    "/login.xhtml")) {
                RawAnswer answer = RawHttp.exchange(
                        server.port(),
                        "GET " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + header
                                + "\r\nConnection: close\r\n\r\n");
                assertThat(answer.head() + answer.body())
                        .as("%s with %s", path, header)
                        .doesNotContain(MARK);
            }
        }
        assertThat(server.logSinceStart()).doesNotContain(MARK);
    }

    private Answer get(String target) {
        return new UserAgent()
                .get(URI.create(server.address() + target.replace("<", "%3C").replace(">", "%3E")));
    }

    private int lines() {
        return server.logSinceStart().split("\n", -1).length;
    }

    private static void assertNothingInjected(Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        answer.headers().map().forEach((name, values) -> {
            assertThat(name).doesNotContain(MARK);
            if (!name.equals("location")) {
                assertThat(values.toString()).doesNotContain(MARK);
            }
        });
        assertThat(answer.header("Location").orElse("")).doesNotContain("\r", "\n", "\u560A");
        assertThat(answer.body()).doesNotContain(MARK);
    }
}
