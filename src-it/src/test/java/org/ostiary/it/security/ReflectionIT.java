package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** What a stranger puts into a request never becomes markup, script or a message in the name of the provider. */
class ReflectionIT {
    private static final String MARK = "mark5e1f";

    /** Each ends an attribute, an element, a comment or an expression, if it is not escaped. */
    private static final List<String> PAYLOADS = List.of(
            "\"><script>" + MARK + "</script>",
            "'><svg/onload=" + MARK + ">",
            "</title><img src=x onerror=" + MARK + ">",
            "javascript:" + MARK + "//",
            "--><iframe srcdoc=" + MARK + ">",
            "\" autofocus onfocus=" + MARK + " x=\"",
            "<a href=https://evil.test>" + MARK + "</a>",
            "#{" + MARK + "}${" + MARK + "}",
            "<\uFF1Cscript\uFF1E" + MARK,
            "Your account is locked, call 555 " + MARK);

    private static final List<String> NAMES = List.of(
            "client_id",
            "redirect_uri",
            "scope",
            "response_type",
            "response_mode",
            "prompt",
            "max_age",
            "claims",
            "code_challenge",
            "code_challenge_method",
            "display",
            "ui_locales",
            "login_hint",
            "id_token_hint",
            "acr_values",
            "request",
            "request_uri",
            "registration",
            "nonce",
            "state",
            "error",
            "error_description",
            "error_hint",
            "authFailureMsg",
            "message",
            "interaction",
            "token");

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @Test
    @DisplayName("W08: in any parameter of the authorization endpoint and of the pages")
    void reflectsNoParameter() {
        AuthorizationRequest valid = AuthorizationRequest.valid(TestClients.CONF_BASIC);
        for (String payload : PAYLOADS) {
            for (String name : NAMES) {
                AuthorizationRequest request = valid.with(name, payload);
                assertHarmless(new UserAgent().get(request.on(server)), payload);
                assertHarmless(
                        new UserAgent()
                                .get(valid.with(payload, "x")
                                        .adding(payload, "y")
                                        .on(server)),
                        payload);
            }
            for (String page :
                    List.of("/login.xhtml", "/consent.xhtml", "/logout.xhtml", "/setup.xhtml", "/", "/error")) {
                String query = Parameters.none()
                        .with("interaction", payload)
                        .with("token", payload)
                        .with("error", payload)
                        .with("error_description", payload)
                        .with(payload, payload)
                        .encoded();
                assertHarmless(get(page + "?" + query), payload);
            }
        }
    }

    @Test
    @DisplayName("W08: in the path, in headers and in cookies")
    void reflectsNoHeader() {
        for (String payload : PAYLOADS) {
            String ascii = payload.replaceAll("[^\\x20-\\x7E]", "?");
            for (String path : List.of("/", "/nope", "/api/oidc/nope", "/login.xhtml", "/api/oidc/token")) {
                for (String header : List.of(
                        "User-Agent",
                        "Referer",
                        "Accept-Language",
                        "X-Request-Id",
                        "Origin",
                        "Cookie",
                        "Authorization",
                        "X-Forwarded-For",
                        "X-Forwarded-Host")) {
                    assertHarmless(
                            new UserAgent()
                                    .send(HttpRequest.newBuilder(server.endpoint(path))
                                            .header(header, ascii)),
                            payload);
                }
                String segment = Parameters.none().with("p", payload).encoded().substring(2);
                assertHarmless(get(path + (path.endsWith("/") ? "" : "/") + segment), payload);
            }
        }
    }

    @Test
    @DisplayName("W08: what a person typed, and what the application says of her, is text on the login page")
    void escapesWhatThePersonTyped() {
        for (String payload : PAYLOADS) {
            Journey journey = new Journey(server);
            AuthorizationRequest request =
                    AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("login_hint", payload);
            Answer login = journey.open(request);
            assertOnlyInAttributes(login, payload);
            assertOnlyInAttributes(journey.logIn(login, payload, payload), payload);
        }
    }

    @Test
    @DisplayName("W08: errors for programs are JSON, whatever they quote")
    void answersProgramsInJson() {
        for (String payload : PAYLOADS) {
            for (String name : List.of("grant_type", "code", "redirect_uri", "client_id", "code_verifier", payload)) {
                Parameters form = Parameters.none()
                        .with("grant_type", "authorization_code")
                        .with("client_id", "spa")
                        .with("code", "x")
                        .with(name, payload)
                        .adding(name.equals(payload) ? payload : "x", "y");
                Answer answer = new UserAgent().post(server.endpoint("/api/oidc/token"), form);
                assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
                assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
                Refusals.assertJsonError(answer);
            }
        }
    }

    private Answer get(String target) {
        return new UserAgent().get(URI.create(server.address() + target));
    }

    /** An HTML answer that does not show the text at all. JSON and redirects cannot run anything. */
    private static void assertHarmless(Answer answer, String payload) {
        assertThat(answer.status()).as("%s", answer).isLessThan(500);
        if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(payload).doesNotContain(MARK);
        }
        List<String> own = new ArrayList<>(answer.headers().map().keySet());
        own.remove("location");
        own.forEach(name ->
                assertThat(answer.headerValues(name).toString()).as(name).doesNotContain(MARK));
    }

    /** A username is shown again in its field, escaped. */
    private static void assertOnlyInAttributes(Answer page, String payload) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.bodyWithoutOwnScript())
                .doesNotContain(payload.matches(".*[<>\"].*") ? payload : "no such text")
                .doesNotContain("<script")
                .doesNotContain("<svg")
                .doesNotContain("<img")
                .doesNotContain("<iframe")
                .doesNotContain("onfocus=" + MARK + " x=\"");
        assertThat(page.body().replaceAll("value=\"[^\"]*\"", "")).doesNotContain(MARK);
    }
}
