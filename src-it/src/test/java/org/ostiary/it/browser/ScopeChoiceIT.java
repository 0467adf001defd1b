package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.deny;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A person chooses what an application may have. */
class ScopeChoiceIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.SCOPE_GRANTS);

    @Test
    @DisplayName("S35: what a person unticks the application does not get, and the next time nobody asks")
    void leavesOutWhatIsUnticked() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = asking().with("prompt", "consent");
        open(page, server, request);
        logIn(page, TestAccounts.BOB);
        assertThat(page.locator("#allow-openid")).isDisabled();
        assertThat(page.locator("#allow-email")).isVisible();
        page.locator("#allow-email").setChecked(false);
        page.locator("#allow-groups").setChecked(true);
        Screenshots.take(page, "consent-choice");
        allow(page);
        Tokens tokens = redeem(page, request);
        assertThat(tokens.member("scope").split(" ", -1)).containsExactlyInAnyOrder("openid", "profile", "groups");
        assertThat(application.userinfo(tokens.accessToken()).json()).doesNotContainKey("email");

        AuthorizationRequest again = asking();
        open(page, server, again);
        assertThat(redeem(page, again).member("scope")).doesNotContain("email");

        AuthorizationRequest prompted = asking().with("prompt", "consent");
        open(page, server, prompted);
        assertThat(page.locator("#allow-email")).not().isChecked();
        assertThat(page.locator("#allow-groups")).isChecked();
        Screenshots.take(page, "consent-choice-known");
    }

    @Test
    @DisplayName("S35: without what is required nobody goes on, also without scripts; denying always works")
    void insistsOnWhatIsRequired() {
        Page page = CHROMIUM.tabWithoutScripts();
        AuthorizationRequest request = asking().with("prompt", "consent");
        open(page, server, request);
        logIn(page, TestAccounts.BOB);
        page.locator("#allow-profile").setChecked(false);
        page.locator("#allow-email").setChecked(false);
        allow(page);
        assertThat(page.locator("#consent-error")).containsText("cannot work without");
        assertThat(page.locator("#allow-email")).not().isChecked();
        assertThat(page.title()).startsWith("Error: ");
        Screenshots.take(page, "consent-required");
        deny(page);
        assertThat(backAtApplication(page, request).require("error")).isEqualTo("access_denied");
    }

    @Test
    @DisplayName("WCAG 2.2: the choice fits 320 pixels, with everything unfolded, and is readable in the dark")
    void fitsSmallAndDarkScreens() {
        looksWell(CHROMIUM.narrowTab(), "narrow");
        looksWell(CHROMIUM.darkTab(), "dark");
    }

    private void looksWell(Page page, String name) {
        open(page, server, asking().with("prompt", "consent"));
        logIn(page, TestAccounts.BOB);
        assertThat(page.locator("#consent-allow")).isVisible();
        page.locator("summary").first().click();
        int wider = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wider).isZero();
        Accessibility.assertNothingFound(page, "consent, unfolded, " + name);
        Screenshots.take(page, "consent-choice-" + name);
    }

    private AuthorizationRequest asking() {
        return application.validRequest().with("scope", "openid profile email groups");
    }

    private Tokens redeem(Page page, AuthorizationRequest request) {
        String code = backAtApplication(page, request).require("code");
        return application.redemption(request, code).tokens();
    }
}
