package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** The four displays (OIDC Core 1.0, section 3.1.2.1), each on every page of a journey with two accounts. */
class DisplayIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);

    @Test
    @DisplayName("S26: a popup fits 480 by 640 and has nothing around it")
    void fitsAPopup() {
        Page page = CHROMIUM.tab();
        page.setViewportSize(480, 640);
        walk(page, "popup", () -> {
            assertThat(page.locator("header").isVisible()).isFalse();
            Object overflow = page.evaluate("[document.documentElement.scrollWidth - 480,"
                    + " document.documentElement.scrollHeight - 640].map(x => Math.max(x, 0)).join()");
            assertThat(overflow).isEqualTo("0,0");
        });
    }

    @Test
    @DisplayName("S26: for fingers there is one column, and nothing that is pressed is smaller than 48 by 48")
    void fitsFingers() {
        Page page = CHROMIUM.narrowTab();
        walk(page, "touch", () -> {
            double bottom = 0;
            for (Locator target :
                    page.locator("a, button, input:not([type=hidden])").all()) {
                BoundingBox box = target.boundingBox();
                assertThat(box.height).isGreaterThanOrEqualTo(48);
                assertThat(box.width).isGreaterThanOrEqualTo(48);
                assertThat(box.y).as("below the one before").isGreaterThanOrEqualTo(bottom);
                bottom = box.y + box.height;
            }
        });
    }

    @Test
    @DisplayName("S26: for small old browsers a page and its styles are less than 20 kB, and no script is needed")
    void fitsSmallBrowsers() {
        Page page = CHROMIUM.tabWithoutScripts();
        walk(page, "wap", () -> {
            String styles = page.locator("link[rel=stylesheet]").getAttribute("href");
            int bytes = page.content().length()
                    + page.request().get(server.endpoint(styles).toString()).body().length;
            assertThat(bytes).isLessThan(20_000);
            assertThat(page.content()).doesNotContain("<script", "ostiary.css");
        });
    }

    @Test
    @DisplayName("S26: a page is a page, also for a display that nobody knows")
    void looksLikeAPage() {
        Page page = CHROMIUM.tab();
        walk(
                page,
                "page",
                () -> assertThat(page.locator("header.site").isVisible()).isTrue());
        open(
                page,
                server,
                application.validRequest().with("display", "hologram").with("prompt", "login"));
        assertThat(page.locator("body").getAttribute("data-display")).isEqualTo("page");
    }

    /** Two people log in one after the other; every page is looked at, photographed and judged by axe. */
    private void walk(Page page, String display, Runnable looksRight) {
        AuthorizationRequest first = request(display);
        open(page, server, first);
        judge(page, display, "login", looksRight);
        logIn(page, "alice", "guess");
        page.locator("#login-error").waitFor();
        judge(page, display, "login-error", looksRight);
        logIn(page, TestAccounts.ALICE);
        page.locator("#consent-allow").waitFor();
        judge(page, display, "consent", looksRight);
        allow(page);
        backAtApplication(page, first);

        AuthorizationRequest second = request(display);
        open(page, server, second);
        page.locator("#select-another").click();
        logIn(page, TestAccounts.BOB);
        page.locator("#consent-allow").waitFor();
        AuthorizationRequest third = request(display);
        open(page, server, third);
        page.locator("#select-another").waitFor();
        judge(page, display, "accounts", looksRight);
        page.locator("button.account", new Page.LocatorOptions().setHasText("alice"))
                .click();
        page.locator("#consent-allow").waitFor();
        assertThat(page.locator("#account-name").textContent()).isEqualTo("alice");
        String consent = page.url();
        allow(page);
        backAtApplication(page, third);
        page.navigate(consent);
        page.locator("#start-again").waitFor();
        judge(page, display, "over", looksRight);
    }

    private AuthorizationRequest request(String display) {
        return application.validRequest().with("display", display).with("prompt", "select_account");
    }

    private static void judge(Page page, String display, String name, Runnable looksRight) {
        assertThat(page.locator("body").getAttribute("data-display")).isEqualTo(display);
        Screenshots.take(page, "display-" + display + "-" + name);
        looksRight.run();
        if (!display.equals("wap")) {
            Accessibility.assertNothingFound(page, name + ", " + display);
        }
    }
}
