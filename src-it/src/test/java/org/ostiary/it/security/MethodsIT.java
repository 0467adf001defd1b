package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** Each endpoint has its methods, and nothing in a request turns one method into another. */
@OnEveryServer
class MethodsIT {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "PROPFIND", "BREW");

    /** What each address takes; a HEAD of what answers once would spend the answer. */
    private static final Map<String, Set<String>> TAKEN = Map.ofEntries(
            Map.entry("/api/oidc/token", Set.of("POST")),
            Map.entry("/api/oidc/authorization", Set.of("GET", "POST")),
            Map.entry("/api/oidc/authorization/resume", Set.of("GET")),
            Map.entry("/api/oidc/introspection", Set.of("POST")),
            Map.entry("/api/oidc/revocation", Set.of("POST")),
            Map.entry("/api/oidc/userinfo", Set.of("GET", "HEAD", "POST")),
            Map.entry("/jwks.json", Set.of("GET", "HEAD")),
            Map.entry("/.well-known/openid-configuration", Set.of("GET", "HEAD")),
            Map.entry("/.well-known/oauth-authorization-server", Set.of("GET", "HEAD")),
            Map.entry("/health/live", Set.of("GET", "HEAD")),
            Map.entry("/login.xhtml", Set.of("GET", "HEAD", "POST")),
            Map.entry("/consent.xhtml", Set.of("GET", "HEAD", "POST")));

    private final OstiaryServer server;

    MethodsIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("W06, RFC 9110 15.5.6: every other method is answered 405, and which ones would do")
    void refusesOtherMethods() {
        TAKEN.forEach((path, taken) -> {
            for (String method : METHODS) {
                Answer answer = send(method, path);
                if (taken.contains(method)) {
                    assertThat(answer.status()).as("%s %s", method, path).isNotIn(405, 501, 500);
                    continue;
                }
                assertThat(answer.status()).as("%s %s", method, path).isEqualTo(405);
                assertThat(allowed(answer)).as("Allow of %s %s", method, path).containsAll(without(taken, "HEAD"));
                assertThat(allowed(answer)).doesNotContain(method);
                assertThat(answer.header("Cache-Control")).hasValue("no-store");
            }
        });
    }

    @Test
    @DisplayName("W06: HEAD says what GET says, without the body")
    void answersHeadLikeGet() {
        for (String path :
                List.of("/jwks.json", "/.well-known/openid-configuration", "/api/oidc/userinfo", "/", "/nope")) {
            Answer get = send("GET", path);
            Answer head = send("HEAD", path);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.header("WWW-Authenticate")).isEqualTo(get.header("WWW-Authenticate"));
        }
    }

    @Test
    @DisplayName("W06: TRACE, which would show a request's headers to a script, is refused everywhere")
    void refusesTrace() {
        for (String path : TAKEN.keySet()) {
            RawAnswer answer = raw("TRACE " + path, "X-Secret: canary-81f2\r\nCookie: ostiary-session=canary-81f2\r\n");
            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.head() + answer.body()).doesNotContain("canary-81f2");
        }
    }

    @Test
    @DisplayName("W06, RFC 9110 9.1: methods are case-sensitive")
    void refusesOtherSpellings() {
        for (String method : List.of("get", "Get", "post", "Post")) {
            for (String path : List.of("/jwks.json", "/api/oidc/token", "/api/oidc/authorization", "/login.xhtml")) {
                RawAnswer answer = raw(method + " " + path, "Content-Length: 0\r\n");
                assertThat(answer.status()).as("%s %s", method, path).isIn(400, 405);
            }
        }
    }

    @Test
    @DisplayName("W06: no header and no parameter overrides the method")
    void ignoresOverrides() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            HttpRequest.Builder get =
                    HttpRequest.newBuilder(server.endpoint("/api/oidc/token")).header(header, "POST");
            assertThat(new UserAgent().send(get).status()).isEqualTo(405);
            HttpRequest.Builder post = HttpRequest.newBuilder(server.endpoint("/jwks.json"))
                    .header(header, "GET")
                    .POST(HttpRequest.BodyPublishers.noBody());
            assertThat(new UserAgent().send(post).status()).isEqualTo(405);
        }
        assertThat(send("GET", "/api/oidc/token?_method=POST").status()).isEqualTo(405);
    }

    @Test
    @DisplayName("W06, OIDC Core 3.1.2.1: GET and POST are judged alike at the authorization endpoint")
    void judgesGetAndPostAlike() {
        AuthorizationRequest valid = AuthorizationRequest.valid(TestClients.CONF_BASIC);
        for (AuthorizationRequest wrong : List.of(
                valid.with("scope", "nonsense"),
                valid.with("response_type", "token"),
                valid.withoutPkce(),
                valid.with("claims", "["),
                valid.with("max_age", "x"),
                valid.with("prompt", "none login"))) {
            Answer get = new UserAgent().get(wrong.on(server));
            Answer post = new UserAgent().post(server.endpoint("/api/oidc/authorization"), wrong.parameters());
            assertThat(post.status()).isEqualTo(get.status());
            assertThat(post.redirectParameters().find("error"))
                    .isEqualTo(get.redirectParameters().find("error"))
                    .isPresent();
        }
    }

    private Answer send(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.noBody());
        return new UserAgent().send(request);
    }

    private RawAnswer raw(String methodAndTarget, String headers) {
        return RawHttp.exchange(
                server.port(),
                methodAndTarget + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + headers
                        + "Connection: close\r\n\r\n");
    }

    private static Set<String> allowed(Answer answer) {
        return new TreeSet<>(Arrays.asList(answer.header("Allow").orElse("").split("\\s*,\\s*", -1)));
    }

    private static Set<String> without(Set<String> methods, String one) {
        Set<String> rest = new TreeSet<>(methods);
        rest.remove(one);
        return rest;
    }
}
