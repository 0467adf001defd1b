package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** The first hour of an administrator: start, set-up link, first sign-in. */
class FirstRunIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String USERNAME = "erika";
    private static final String PASSWORD = "seven quiet herons at dusk";

    @Test
    @DisplayName("The set-up link creates the first administrator, who can sign in to an application at once")
    void setsUpAndSignsIn() {
        ServerSettings settings = ServerSettings.bare().withAll(TestClients.EXPLICIT_CONSENT.keys());
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, settings)) {
            server.start();
            String link = server.setUpLink();
            assertThat(link).startsWith(server.issuer() + "/setup.xhtml?token=");

            Page page = CHROMIUM.tab();
            createsTheAdministrator(page, link);
            triesASignIn(page);
            refusesTheUsedLink(page, link);
            signsIn(page, server);
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

    private static void signsIn(Page page, OstiaryServer server) {
        RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        logIn(page, USERNAME, PASSWORD);
        allow(page);
        String code = backAtApplication(page, request).require("code");
        assertThat(application.redemption(request, code).send().status()).isEqualTo(200);
    }
}
