package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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

/** A person looks after their second factors. */
class FactorsIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @Test
    @DisplayName(
            "F21: second factors are added, named, replaced and removed by who proved all there is just now; it counts at once")
    void managesFactors() {
        Page page = CHROMIUM.tab();
        page.addInitScript("delete PublicKeyCredential.isConditionalMediationAvailable");
        VirtualAuthenticator key = VirtualAuthenticator.pluggedInto(page);
        go(page, "factors");
        logIn(page, TestAccounts.GRACE);
        assertThat(page.locator("#factors-none")).isVisible();
        look(page, "factors-none");

        page.locator("#factors-add-key").click();
        assertThat(page.locator("#key-form-hint")).isHidden();
        look(page, "factors-add-key");
        page.locator("#factor-name").fill("Blue key");
        page.locator("#key-submit").click();
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
        look(page, "factors-key-added");
        page.locator("#recovery-continue").click();
        assertThat(page.locator("#factors li")).hasCount(1);
        assertThat(page.locator("#factors li")).containsText("Blue key");
        assertThat(page.locator("#recovery-left")).containsText("10 are left");

        refusesTheSameKeyAgain(page);
        addsAnApp(page);
        renames(page);
        String code = makesNewCodes(page);
        warnsOfACopy(page, key, code);
        removesAll(page);
    }

    @Test
    @DisplayName("Without scripts the page for a key says what to use instead")
    void worksWithoutScripts() {
        Page page = CHROMIUM.tabWithoutScripts();
        go(page, "add-key");
        logIn(page, TestAccounts.DAVE);
        assertThat(page.locator("#key-form")).isHidden();
        assertThat(page.locator("#key-form-hint")).containsText("An app needs none");
        page.locator("#key-form-hint a").click();
        assertThat(page.locator("#totp-key")).isVisible();
        page.locator("#code").fill("000000");
        page.locator("#app-submit").click();
        assertThat(page.locator("#factors-error")).containsText("This code is not right");
        Screenshots.take(page, "factors-add-app-refused");
        go(page, "recovery-codes");
        assertThat(page.locator("#factors-none")).isVisible();
        go(page, "factor?factor=00000000-0000-4000-8000-000000000000");
        assertThat(page.locator("h1")).hasText("There is nothing at this address");
    }

    private void refusesTheSameKeyAgain(Page page) {
        page.locator("#factors-add-key").click();
        page.locator("#key-submit").click();
        assertThat(page.locator("#key-form-failed")).containsText("is set up for your account already");
        Screenshots.take(page, "factors-key-known");
        go(page, "factors");
    }

    private void addsAnApp(Page page) {
        page.locator("#factors-add-app").click();
        look(page, "factors-add-app");
        Authenticator app = Authenticator.added(
                server, TestAccounts.GRACE, page.locator("#totp-key").textContent());
        page.locator("#factor-name").fill("Phone");
        page.locator("#code").fill(app.freshCode());
        page.locator("#app-submit").click();
        assertThat(page.locator("#factors-done")).containsText("It is added");
        assertThat(page.locator("#factors li")).hasCount(2);
        look(page, "factors");
    }

    private void renames(Page page) {
        page.locator("#factors a[href*='factor?']").first().click();
        assertThat(page.locator("#factor-shown")).hasText("Phone");
        assertThat(page.locator("#factor-meaning")).containsText("Your other second factors");
        look(page, "factor");
        page.locator("#factor-name").fill(" ");
        page.locator("#rename-submit").click();
        assertThat(page.locator("#factors-error")).containsText("This name cannot be used");
        Accessibility.assertNothingFound(page, "factor, refused");
        page.locator("#factor-name").fill("Old <b>phone</b>");
        page.locator("#rename-submit").click();
        assertThat(page.locator("#factors-done")).containsText("The new name is saved");
        assertThat(page.locator("#factors li").first()).containsText("Old <b>phone</b>");
    }

    private String makesNewCodes(Page page) {
        page.locator("#factors-new-codes").click();
        look(page, "recovery-codes-ask");
        page.locator("#codes-submit").click();
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
        look(page, "recovery-codes-new");
        return page.locator("#recovery-codes li").first().textContent();
    }

    private void warnsOfACopy(Page page, VirtualAuthenticator key, String code) {
        RelyingParty application = new RelyingParty(server, TestClients.C2FA);
        AuthorizationRequest genuine = application.validRequest().with("prompt", "login");
        open(page, server, genuine);
        page.locator("#passkey-submit").click();
        assertThat(Pages.backAtApplication(page, genuine).find("code")).isPresent();

        key.countFrom(0);
        AuthorizationRequest request = application.validRequest().with("prompt", "login");
        open(page, server, request);
        logIn(page, TestAccounts.GRACE);
        page.locator("#key-submit").click();
        assertThat(page.locator("#factor-error")).containsText("not accepted");
        Screenshots.take(page, "second-factor-key-refused");
        page.locator("summary").click();
        page.locator("#recovery-code").fill(code);
        page.locator("#recovery-submit").click();
        assertThat(Pages.backAtApplication(page, request).find("code")).isPresent();
        go(page, "factors");
        assertThat(page.locator("#factors .alert")).containsText("There may be a copy of this key");
        assertThat(page.locator("#recovery-left")).containsText("9 are left");
        look(page, "factors-copy");
        go(page, "activity");
        assertThat(page.locator("main")).containsText("A security key answered as only a copy of it does");
    }

    private void removesAll(Page page) {
        go(page, "factors");
        page.locator("#factors a[href*='factor?']").last().click();
        look(page, "factor-copy");
        page.locator("#remove-submit").click();
        assertThat(page.locator("#factors-done")).containsText("It is removed");
        page.locator("#factors a[href*='factor?']").last().click();
        assertThat(page.locator("#factor-meaning")).containsText("an application that you may use asks for one");
        look(page, "factor-last");
        page.locator("#remove-submit").click();
        assertThat(page.locator("#factors-none")).isVisible();
    }

    private void go(Page page, String section) {
        page.navigate(server.endpoint("/account/" + section).toString());
    }

    private static void look(Page page, String what) {
        Accessibility.assertNothingFound(page, what);
        Screenshots.take(page, what);
    }
}
