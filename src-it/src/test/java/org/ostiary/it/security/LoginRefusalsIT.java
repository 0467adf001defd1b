package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A right password logs nobody in unless it was typed into this browser's own form. */
class LoginRefusalsIT {
    private static final String PASSWORD = TestAccounts.BOB.password();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final Journey journey = new Journey(server);
    private HtmlForm form;
    private Parameters filled = Parameters.none();

    LoginRefusalsIT() {
        form = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))
                .form();
    }

    @BeforeEach
    void fillIn() {
        filled = form.fill("username", "bob").fill("password", PASSWORD).press("login-submit");
    }

    @Test
    @DisplayName("The form of this browser logs in")
    void logsIn() {
        assertThat(journey.browser().post(form.action(), filled).status()).isEqualTo(303);
        assertThat(journey.browser().cookie("ostiary-session")).isPresent();
    }

    @Test
    @DisplayName("F03: without its token, or with a made-up one")
    void refusesOtherTokens() {
        refuses(filled.without("form-token"));
        refuses(filled.with("form-token", ""));
        refuses(filled.with("form-token", "a.b.c"));
        refuses(filled.with("form-token", filled.require("form-token") + "A"));
        refuses(filled.with("form-token", filled.require("form-token").replaceFirst("\\.[0-9]+\\.", ".99999999999.")));
    }

    @Test
    @DisplayName("F03: with the token of another browser's form, or of another page's form")
    void refusesForeignTokens() {
        Journey attacker = new Journey(server);
        HtmlForm theirs = attacker.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))
                .form();
        refuses(filled.with("form-token", theirs.parameters().require("form-token")));
        refuses(theirs.fill("username", "bob").fill("password", PASSWORD).press("login-submit"));

        Journey other = SignedIn.bob(server);
        HtmlForm logout = other.open(server.endpoint("/logout.xhtml")).form();
        refuses(filled.with("form-token", logout.parameters().require("form-token")));
    }

    @Test
    @DisplayName("F03: a token that was used, although the login before was refused")
    void refusesAUsedToken() {
        Answer wrong = journey.browser().post(form.action(), filled.with("password", "wrong"));
        assertThat(Journey.isLogin(wrong)).isTrue();

        refuses(filled);

        Parameters next =
                wrong.form().fill("username", "bob").fill("password", PASSWORD).press("login-submit");
        assertThat(journey.browser().post(form.action(), next).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test", "null", "http://localhost", "http://127.0.0.1:1", "file://"})
    @DisplayName("F03: from a page of another origin")
    void refusesOtherOrigins(String origin) {
        refuses(post(filled).header("Origin", origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    @DisplayName("F03: when the browser says that the form came from elsewhere")
    void refusesOtherSites(String site) {
        refuses(post(filled).header("Sec-Fetch-Site", site));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/json", "application/xml"})
    @DisplayName("F03: in another encoding than our forms have")
    void refusesOtherEncodings(String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(form.action())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(filled.encoded()));
        refuses(request);
    }

    @Test
    @DisplayName("F03: in another browser than the one that began, and by GET")
    void refusesOtherBrowsers() {
        Answer answer = new UserAgent().post(form.action(), filled);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Set-Cookie")).isEmpty();

        Answer got = journey.browser().get(server.endpoint("/login.xhtml?" + filled.encoded()));
        assertThat(journey.browser().cookie("ostiary-session")).isEmpty();
        assertThat(got.redirects()).isFalse();
        assertThat(got.body()).doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("F03: with values in the query, or a name sent twice")
    void refusesMixedForms() {
        refuses(request("/login.xhtml?form-token=" + filled.require("form-token"), filled.without("form-token")));
        for (String name : List.of("username", "password", "form-token", "interaction")) {
            refuses(filled.adding(name, filled.find(name).orElse("x")));
        }
    }

    private void refuses(Parameters parameters) {
        refuses(post(parameters));
    }

    private void refuses(HttpRequest.Builder request) {
        Answer answer = journey.browser().send(request);
        assertThat(answer.status()).as("%s", answer).isIn(400, 403);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(journey.browser().cookie("ostiary-session")).isEmpty();
        assertThat(answer.body()).doesNotContain(PASSWORD);
    }

    private HttpRequest.Builder post(Parameters parameters) {
        return request("/login.xhtml", parameters);
    }

    private HttpRequest.Builder request(String target, Parameters parameters) {
        return HttpRequest.newBuilder(server.endpoint(target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(parameters.encoded()));
    }
}
