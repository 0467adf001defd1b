package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What is kept in browsers: two random handles, as strictly as browsers can keep them. */
class CookiesIT {
    private static final String NAMES = "(session|browser|device)";

    @Test
    @DisplayName("W02: on an https issuer every cookie is __Host-, Secure, HttpOnly, SameSite=Lax, and random")
    void setsStrictCookies() {
        Proxied browser = new Proxied(OwnServers.behindAProxy());

        Answer page = logIn(browser);
        assertThat(Journey.isConsent(page)).as("%s", page).isTrue();
        HtmlForm logout = browser.get("/logout.xhtml").form();
        browser.post("/logout.xhtml", logout.press("logout-confirm"));

        Map<Boolean, List<String>> cookies = browser.setCookies().stream()
                .collect(Collectors.partitioningBy(cookie -> cookie.startsWith("__Host-ostiary-state=")));
        // Scripts of ours read this one in foreign frames (OIDC Session Management 1.0, section 3.2); it is nobody's
        // handle.
        assertThat(cookies.get(true))
                .hasSize(2)
                .allSatisfy(state -> assertThat(state)
                        .matches("[^=]*=[0-9a-f-]{36}; Path=/; Secure; SameSite=None; Max-Age=34560000"));
        List<String> handles = cookies.get(false);
        assertThat(handles)
                .hasSize(4)
                .allSatisfy(cookie -> assertThat(cookie)
                        .matches(
                                "__Host-ostiary-" + NAMES
                                        + "=[A-Za-z0-9_.~-]*; Path=/; HttpOnly; SameSite=Lax; Secure(; Max-Age=(0|31536000|34560000))?")
                        .hasSizeLessThan(4096)
                        .doesNotContainIgnoringCase("bob"));
        assertThat(handles.get(3)).contains("__Host-ostiary-session=;").endsWith("Max-Age=0");
        assertThat(handles.get(1)).matches("__Host-ostiary-session=[A-Za-z0-9_-]{43,};.*");
        assertThat(handles.get(2)).startsWith("__Host-ostiary-device=").endsWith("Max-Age=31536000");
    }

    @Test
    @DisplayName("W02: on http for development the same, without what http cannot have")
    void setsPlainCookiesOnHttp() {
        OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
        Journey journey = new Journey(server);
        Answer first = journey.browser()
                .get(AuthorizationRequest.valid(TestClients.CONF_BASIC).on(server));
        assertThat(first.headerValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("ostiary-browser=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000");
    }

    private static Answer logIn(Proxied browser) {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT);
        Answer page = browser.follow(
                browser.get("/api/oidc/authorization?" + request.parameters().encoded()));
        HtmlForm form = page.form().fill("username", "bob").fill("password", TestAccounts.BOB.password());
        Parameters filled = form.press("login-submit");
        return browser.follow(browser.post(form.action().getRawPath(), filled));
    }
}
