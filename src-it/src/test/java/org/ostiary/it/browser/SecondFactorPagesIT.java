package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Authenticator apps and recovery codes in a real browser, without scripts. */
class SecondFactorPagesIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.C2FA);

    @Test
    @DisplayName("Without scripts a person sets up an app, keeps the codes, and uses one of them the next time")
    void setsUpAnApp() {
        Page page = CHROMIUM.tabWithoutScripts();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        logIn(page, TestAccounts.HEIDI);
        assertThat(page.locator("h1")).hasText("Set up an authenticator app");
        assertThat(page.locator("#key-form")).isHidden();
        Screenshots.take(page, "enrolment");
        page.locator("#code").fill("000000");
        page.locator("#enrolment-submit").click();
        assertThat(page.locator("#factor-error")).isVisible();
        Authenticator app = Authenticator.added(
                server, TestAccounts.HEIDI, page.locator("#totp-key").textContent());
        page.locator("#code").fill(app.freshCode());
        page.locator("#enrolment-submit").click();
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
        String code = page.locator("#recovery-codes li").first().textContent();
        Screenshots.take(page, "recovery-codes");
        page.locator("#recovery-continue").click();
        assertThat(backAtApplication(page, request).find("code")).isPresent();

        showsTheFactor(CHROMIUM.narrowTab(), "narrow");
        showsTheFactor(CHROMIUM.darkTab(), "dark");
        Page last = CHROMIUM.narrowTab();
        AuthorizationRequest second = application.validRequest();
        open(last, server, second);
        logIn(last, TestAccounts.HEIDI);
        last.locator("summary").click();
        last.locator("#recovery-code").fill(code);
        Accessibility.assertNothingFound(last, "second factor");
        last.locator("#recovery-submit").click();
        assertThat(backAtApplication(last, second).find("code")).isPresent();
    }

    private void showsTheFactor(Page page, String kind) {
        open(page, server, application.validRequest());
        logIn(page, TestAccounts.HEIDI);
        assertThat(page.locator("#code")).isFocused();
        Screenshots.take(page, "second-factor-" + kind);
    }
}
