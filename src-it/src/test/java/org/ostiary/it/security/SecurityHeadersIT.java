package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Whatever the application answers, the answer carries the headers that keep browsers safe. */
@OnEveryServer
class SecurityHeadersIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OstiaryServer server;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    SecurityHeadersIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("W01, G03: every answer, of each status and kind, has every security header once")
    void sendsTheHeadersAlways() {
        collectPages();
        collectDocuments();
        collectErrors();

        assertThat(answers.values().stream().map(Answer::status))
                .contains(200, 303, 304, 400, 401, 403, 404, 405, 413, 415);
        assertThat(answers).allSatisfy((name, answer) -> {
            assertHas(answer, "X-Content-Type-Options", "nosniff");
            assertHas(answer, "X-Frame-Options", "DENY");
            assertHas(answer, "Referrer-Policy", "no-referrer");
            assertHas(answer, "Cross-Origin-Opener-Policy", "same-origin");
            assertThat(answer.headerValues("X-Request-Id")).hasSize(1);
            assertThat(answer.headerValues("X-Powered-By")).isEmpty();
            assertThat(answer.headerValues("Content-Security-Policy")).hasSize(1);
            assertStrict(answer.headerValues("Content-Security-Policy").get(0));
        });
    }

    @Test
    @DisplayName("W01: over plain http nothing is said about https, on an https issuer two years")
    void asksForHttpsOnlyWhereItIs() {
        assertThat(get("/").header("Strict-Transport-Security")).isEmpty();
        Proxied browser = new Proxied(OwnServers.behindAProxy());
        for (String path :
                new String[] {"/", "/jwks.json", "/nope", "/api/oidc/nope", "/api/oidc/token", "/assets/ostiary.css"}) {
            assertThat(browser.get(path).header("Strict-Transport-Security").orElse(""))
                    .as(path)
                    .startsWith("max-age=63072000");
        }
    }

    private void collectPages() {
        Journey journey = new Journey(server);
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT).with("response_mode", "form_post");
        answers.put("front page", get("/"));
        answers.put("redirect to login", journey.browser().get(request.on(server)));
        Answer login = journey.open(request);
        answers.put("login", login);
        answers.put("wrong password", journey.logIn(login, "bob", "wrong"));
        answers.put("stale form", journey.logIn(login, "bob", "wrong"));
        Answer consent = journey.logIn(journey.open(request), "bob", TestAccounts.BOB.password());
        assertThat(Journey.isConsent(consent)).isTrue();
        answers.put("consent", consent);
        answers.put("form post", journey.allow(consent));
        answers.put("logout", journey.open(server.endpoint("/logout.xhtml")));
        answers.put("style sheet", get("/assets/ostiary.css"));
        answers.put("set-up without token", get("/setup.xhtml"));
    }

    private void collectDocuments() {
        Answer keys = get("/jwks.json");
        answers.put("keys", keys);
        answers.put("metadata", get("/.well-known/openid-configuration"));
        answers.put(
                "unchanged",
                send(request("/jwks.json")
                        .header("If-None-Match", keys.header("ETag").orElseThrow())));
        answers.put("health", get("/health/live"));
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        AuthorizationRequest request = application.validRequest();
        String code = SignedIn.bob(server).authorize(request, TestAccounts.BOB).code();
        Answer tokens = application.redemption(request, code).send();
        answers.put("tokens", tokens);
        answers.put("claims", application.userinfo(String.valueOf(tokens.json().get("access_token"))));
        answers.put(
                "preflight",
                send(request("/jwks.json")
                        .header("Origin", "https://x.test")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())));
    }

    private void collectErrors() {
        answers.put("unknown page", get("/nope"));
        answers.put("unknown view", get("/nope.xhtml"));
        answers.put("unknown endpoint", get("/api/oidc/nope"));
        answers.put("hidden", get("/WEB-INF/web.xml"));
        answers.put("folder", get("/assets"));
        answers.put("shown refusal", get("/api/oidc/authorization"));
        answers.put(
                "redirected refusal",
                new UserAgent()
                        .get(AuthorizationRequest.valid(TestClients.CONF_BASIC)
                                .without("scope")
                                .on(server)));
        answers.put("unauthenticated", post("/api/oidc/token", FORM, "a=b"));
        answers.put("without bearer", get("/api/oidc/userinfo"));
        answers.put("other bearer", send(request("/api/oidc/userinfo").header("Authorization", "Bearer x")));
        answers.put("wrong method", get("/api/oidc/token"));
        answers.put("wrong method on a page", send(request("/login.xhtml").DELETE()));
        answers.put("wrong type", post("/api/oidc/token", "application/json", "{}"));
        answers.put("wrong type on a page", post("/login.xhtml", "text/plain", "a=b"));
        answers.put("large", post("/api/oidc/token", FORM, "a=" + "b".repeat(70_000)));
        answers.put("large on a page", post("/login.xhtml", FORM, "a=" + "b".repeat(70_000)));
        answers.put("path trick", get("/jwks.json;x=1"));
        answers.put("page error", get("/login.xhtml?interaction=x"));
    }

    /** Nothing inline but a script of a known hash, nothing from elsewhere, no frames. */
    private static void assertStrict(String policy) {
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action ")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval")
                .doesNotContain("*")
                .doesNotContain("data:");
    }

    private static void assertHas(Answer answer, String name, String value) {
        assertThat(answer.headerValues(name)).as("%s of %s", name, answer).containsExactly(value);
    }

    private Answer get(String path) {
        return send(request(path));
    }

    private Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        return new UserAgent().send(request);
    }
}
