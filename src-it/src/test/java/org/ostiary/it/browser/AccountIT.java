package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.ostiary.it.browser.Pages.logIn;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;

/** A person looks after their account. */
class AccountIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @Test
    @DisplayName("A person signs in on the way to the account, and axe finds nothing there; with and without scripts")
    void showsTheAccount() {
        shows(CHROMIUM.tab(), "light");
        shows(CHROMIUM.tabWithoutScripts(), null);
    }

    private void shows(Page page, @Nullable String look) {
        page.navigate(server.endpoint("/account").toString());
        assertThat(page.locator("#client-name")).hasText("Your account");
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("h1")).hasText("Profile");
        assertThat(page.locator("#profile-email")).hasText("alice@example.org");
        if (look != null) {
            Accessibility.assertNothingFound(page, "account, " + look);
            Screenshots.take(page, "account-" + look);
        }
        for (String section : new String[] {"password", "sessions", "activity", "language", "email"}) {
            page.navigate(server.endpoint("/account/" + section).toString());
            assertThat(page.locator("h1")).hasCount(1);
            if (look != null) {
                Accessibility.assertNothingFound(page, section + ", " + look);
                Screenshots.take(page, "account-" + section + "-" + look);
                assertNoSidewaysScrolling(page);
            }
        }
    }

    private static void assertNoSidewaysScrolling(Page page) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(((Number) overflow).intValue()).isZero();
    }
}
