package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.logIn;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** The first minutes of an administrator: start, set-up link, first sign-in, as the guide for newcomers tells it. */
class FirstRunIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String USERNAME = "erika";
    private static final String PASSWORD = "seven quiet herons at dusk";

    /** The issuer of the guide; here the server has another port. */
    private static final String WRITTEN_ISSUER = "http://localhost:8080";

    private final Guide guide = Guide.read("first-ten-minutes.md");

    @Test
    @DisplayName("Whoever follows the guide has an administrator, a decoded ID token and an application of their own")
    void followsTheGuide() {
        Map<String, String> written = new HashMap<>(guide.properties("oidc.client.demo"));
        assertThat(written.remove("oidc.issuer")).isEqualTo(WRITTEN_ISSUER);
        try (OstiaryServer server =
                Servers.fresh(Flavour.MICRO_H2, ServerSettings.bare().withAll(written))) {
            server.start();
            String link = server.setUpLink();
            assertThat(link).startsWith(server.issuer() + "/setup.xhtml?token=");

            Page page = CHROMIUM.tab();
            createsTheAdministrator(page, link);
            triesASignIn(page);
            refusesTheUsedLink(page, link);
            server.restart();
            redeems(server, logsInThroughTheApplication(page, server));
            // The first tab is still finding out that nothing listens at the callback.
            breaksSomething(CHROMIUM.tab(), server);
        }
    }

    private static void createsTheAdministrator(Page page, String link) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("Create the first administrator");
        Accessibility.assertNothingFound(page, "set-up");
        Screenshots.take(page, "set-up");

        fill(page, PASSWORD, "something else entirely");
        assertThat(page.locator("#setup-error")).hasText("The two passwords are not the same. Type both again.");
        Accessibility.assertNothingFound(page, "set-up with error");
        Screenshots.take(page, "set-up-refused");

        fill(page, PASSWORD, PASSWORD);
        assertThat(page.locator("h1")).hasText("The administrator is created");
        assertThat(page.locator("#setup-admin")).hasAttribute("href", "/admin");
        Accessibility.assertNothingFound(page, "set-up done");
        Screenshots.take(page, "set-up-done");
    }

    /** As the page proposes: a newcomer sees a decoded ID token before any application is registered. */
    private static void triesASignIn(Page page) {
        page.locator("#setup-try").click();
        assertThat(page.locator("h1")).hasText("Try a sign-in");
        Accessibility.assertNothingFound(page, "try-it");
        Screenshots.take(page, "try-it");
        page.locator("#scope-groups").uncheck();
        page.locator("#try-submit").click();
        logIn(page, USERNAME, PASSWORD);
        allow(page);
        assertThat(page.locator("h1")).hasText("You are signed in");
        assertThat(page.locator("#try-claims")).containsText("ostiary-try-it");
        assertThat(page.locator("#try-userinfo")).containsText(USERNAME);
        assertThat(page.locator("#try-tokens")).containsText("openid profile email");
        Accessibility.assertNothingFound(page, "try-it done");
        Screenshots.take(page, "try-it-done");

        page.reload();
        assertThat(page.locator("#try-error")).containsText("began in this browser");
        Screenshots.take(page, "try-it-refused");
        page.context().clearCookies();
    }

    private static void fill(Page page, String password, String again) {
        page.locator("#setup-username").fill(USERNAME);
        page.locator("#setup-password").fill(password);
        page.locator("#setup-password-again").fill(again);
        page.locator("#setup-submit").click();
    }

    private static void refusesTheUsedLink(Page page, String link) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("This set-up link does not work");
        assertThat(page.locator("#setup-submit")).hasCount(0);
        Accessibility.assertNothingFound(page, "set-up link used");
        Screenshots.take(page, "set-up-used");
    }

    private Parameters logsInThroughTheApplication(Page page, OstiaryServer server) {
        page.navigate(address(server));
        logIn(page, USERNAME, PASSWORD);
        String callback = guide.form("/api/oidc/token").require("redirect_uri");
        String answer = page.waitForRequest(there -> there.url().startsWith(callback), () -> allow(page))
                .url();
        Parameters response = Parameters.decode(URI.create(answer).getRawQuery());
        assertThat(response.require("state")).isEqualTo("abcdefgh12345678");
        assertThat(response.require("iss")).isEqualTo(server.issuer().toString());
        return response;
    }

    private void redeems(OstiaryServer server, Parameters response) {
        assertThat(guide.block("/api/oidc/token")).startsWith("curl " + WRITTEN_ISSUER + "/api/oidc/token -d ");
        Parameters form = guide.form("/api/oidc/token");
        assertThat(form.require("code")).isEqualTo("…");
        Answer answer = TokenRequest.of(server, form.with("code", response.require("code")))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        String claims = String.valueOf(answer.json().get("id_token")).split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .contains("\"aud\":\"demo\"", "\"nonce\":\"12345678abcdefgh\"");
    }

    private void breaksSomething(Page page, OstiaryServer server) {
        page.navigate(address(server).replace("callback", "kallback"));
        assertThat(page.locator("body")).hasAttribute("data-status", "400");
        String id = page.locator("#request-id").textContent();
        assertThat(server.logSinceStart()).containsPattern(Pattern.quote(id) + ".*rule redirect-uri-registered ");
    }

    private String address(OstiaryServer server) {
        return guide.block("/api/oidc/authorization")
                .replace(WRITTEN_ISSUER, server.issuer().toString());
    }
}
