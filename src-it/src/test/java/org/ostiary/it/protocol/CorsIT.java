package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.security.OwnServers;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;

/** Which scripts may call which endpoint (RFC 9700, section 2.6). */
class CorsIT {
    private static final String ALLOWED = OwnServers.SCRIPTS_ORIGIN;
    private static final List<String> OPEN =
            List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/jwks.json");
    private static final List<String> LIMITED =
            List.of("/api/oidc/token", "/api/oidc/userinfo", "/api/oidc/introspection", "/api/oidc/revocation");
    private static final List<String> CLOSED = List.of(
            "/api/oidc/authorization",
            "/login.xhtml",
            "/consent.xhtml",
            "/logout.xhtml",
            "/",
            "/api/oidc/nope",
            "/health/live");

    private final OstiaryServer server = OwnServers.belowAPath();

    @Test
    @DisplayName("S24: any script may read the public documents, also after a preflight, never with credentials")
    void opensTheDocuments() {
        for (String path : OPEN) {
            for (String origin : List.of("https://x.test", "null", ALLOWED)) {
                assertThat(header(call("GET", path, origin), "Allow-Origin")).hasValue("*");
                Answer preflight = preflight(path, origin, "GET");
                assertThat(preflight.status()).isEqualTo(204);
                assertThat(header(preflight, "Allow-Origin")).hasValue("*");
                assertThat(header(preflight, "Allow-Credentials")).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("S24: configured origins, and those of redirect URIs, may call what programs call, errors included")
    void allowsConfiguredOrigins() {
        for (String origin : List.of(
                ALLOWED,
                "https://spa.rp.test",
                "https://rp.test",
                CallbackListener.shared().origin())) {
            for (String path : LIMITED) {
                Answer preflight = preflight(path, origin, "POST");
                assertThat(preflight.status()).isEqualTo(204);
                assertAllowed(preflight, origin);
                assertThat(items(preflight, "Allow-Methods")).contains("POST");
                assertThat(items(preflight, "Allow-Headers")).contains("authorization", "content-type", "dpop");

                Answer refused = call("POST", path, origin);
                assertThat(refused.status()).isEqualTo(401);
                assertAllowed(refused, origin);
                assertThat(items(refused, "Expose-Headers")).contains("www-authenticate");
                assertAllowed(call("DELETE", path, origin), origin);
            }
        }
    }

    @Test
    @DisplayName("S24: every other origin, however similar, gets an answer that no script can read")
    void refusesOtherOrigins() {
        for (String origin : List.of(
                "https://evil.test",
                "null",
                "http://scripts.test",
                "https://scripts.test:444",
                "https://scripts.test.evil.test",
                "https://evilscripts.test",
                "https://SCRIPTS.test",
                "https://spa.rp.test.evil.test",
                "https://pa.rp.test",
                "https://spa.rp.tes",
                "https://",
                "https",
                "",
                "com.example.app:",
                "com.example.app",
                "*",
                "https://scripts.test/",
                "https://spa.rp.test/cb",
                "http://127.0.0.1:1")) {
            for (String path : LIMITED) {
                for (Answer answer : List.of(preflight(path, origin, "POST"), call("POST", path, origin))) {
                    assertThat(header(answer, "Allow-Origin"))
                            .as("%s for %s", path, origin)
                            .isEmpty();
                    assertThat(header(answer, "Allow-Methods")).isEmpty();
                    assertThat(answer.headerValues("Vary")).contains("Origin");
                }
            }
        }
    }

    @Test
    @DisplayName("S24, RFC 9700 2.6: the authorization endpoint and the pages are open to no script")
    void closesTheRest() {
        for (String path : CLOSED) {
            for (Answer answer : List.of(call("GET", path, ALLOWED), preflight(path, ALLOWED, "GET"))) {
                assertThat(answer.headers().map().keySet())
                        .as(path)
                        .noneMatch(name -> name.startsWith("access-control-"));
            }
        }
    }

    @Test
    @DisplayName("S24: by default no script may call any of them")
    void allowsNothingByDefault() {
        OstiaryServer standard = Servers.shared(Flavour.MICRO_H2);
        for (String path : LIMITED) {
            for (String origin : List.of("https://spa.rp.test", ALLOWED)) {
                Answer answer = new UserAgent()
                        .send(request(standard.endpoint(path), origin).POST(HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            }
        }
    }

    private static void assertAllowed(Answer answer, String origin) {
        assertThat(answer.headerValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(header(answer, "Allow-Credentials")).isEmpty();
        assertThat(answer.headerValues("Vary")).contains("Origin");
    }

    private Answer preflight(String path, String origin, String method) {
        return new UserAgent()
                .send(request(server.endpoint(path), origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "authorization, content-type, dpop")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private Answer call(String method, String path, String origin) {
        return new UserAgent()
                .send(request(server.endpoint(path), origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(URI address, String origin) {
        return HttpRequest.newBuilder(address).header("Origin", origin);
    }

    private static Optional<String> header(Answer answer, String name) {
        return answer.header("Access-Control-" + name);
    }

    private static List<String> items(Answer answer, String name) {
        return Arrays.stream(header(answer, name).orElse("").split("\\s*,\\s*", -1))
                .map(item -> name.equals("Allow-Methods") ? item : item.toLowerCase(Locale.ROOT))
                .toList();
    }
}
