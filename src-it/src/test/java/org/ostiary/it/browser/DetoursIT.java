package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** People press Back, open second tabs and go for lunch: none of it may end in front of a wall. */
class DetoursIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String FINISHED =
            "This sign-in was finished already. To sign in again, start from the application.";

    // PostgreSQL, because its rows can be made old while the server runs.
    private final OstiaryServer server = Servers.shared(Flavour.MICRO_POSTGRES);
    private final RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);

    @Test
    @DisplayName("Back after signing in: the person is not asked again, and goes on")
    void goesBackToTheLoginPage() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();

        page.goBack();
        Screenshots.take(page, "back-after-login");
        assertThat(page.locator("#consent-allow")).isVisible();
        allow(page);
        assertThat(backAtApplication(page, request).find("code")).isPresent();
    }

    @Test
    @DisplayName("Back to a login page that the browser kept: sending it again goes on")
    void sendsAKeptLoginPageAgain() {
        AuthorizationRequest request = application.validRequest();
        Page kept = CHROMIUM.tab();
        open(kept, server, request);
        Page page = CHROMIUM.tab();
        page.navigate(kept.url());
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();

        logIn(kept, TestAccounts.ALICE);

        assertThat(kept.locator("#consent-allow")).isVisible();
        allow(kept);
        assertThat(backAtApplication(kept, request).find("code")).isPresent();
        allow(page);
        assertThat(page.locator("#error-message")).hasText(FINISHED);
    }

    @Test
    @DisplayName("Back after consent: the person is told that all is done, and how to begin anew")
    void goesBackToTheConsentPage() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        allow(page);
        backAtApplication(page, request);

        page.goBack();
        Screenshots.take(page, "back-after-consent");

        assertThat(page.locator("#error-message")).hasText(FINISHED);
        page.locator("#start-again").click();
        assertThat(page).hasURL(CallbackListener.shared().home());
    }

    @Test
    @DisplayName("Two tabs with two applications finish independently of each other")
    void finishesTwoTabs() {
        RelyingParty secondApplication = new RelyingParty(server, TestClients.CONF_POST);
        AuthorizationRequest first = application.validRequest();
        AuthorizationRequest second = secondApplication.validRequest().with("prompt", "consent");
        Page firstTab = CHROMIUM.tab();
        Page secondTab = CHROMIUM.tab();
        open(firstTab, server, first);
        open(secondTab, server, second);

        logIn(firstTab, TestAccounts.BOB);
        assertThat(firstTab.locator("#client-name")).hasText("Test client explicit-consent");
        logIn(secondTab, TestAccounts.BOB);
        assertThat(secondTab.locator("#client-name")).hasText("Test client conf-post");
        allow(secondTab);
        String secondCode = backAtApplication(secondTab, second).require("code");
        allow(firstTab);
        String firstCode = backAtApplication(firstTab, first).require("code");

        assertThat(application.redemption(first, firstCode).send().status()).isEqualTo(200);
        assertThat(secondApplication.redemption(second, secondCode).send().status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A sign-in that took too long ends on a page that says so and leads back to the application")
    void explainsAnExpiredInteraction() throws SQLException {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        letExpire(request);

        logIn(page, TestAccounts.ALICE);

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("#error-message")).isVisible();
        assertThat(page.locator("#request-id")).not().isEmpty();
        Screenshots.take(page, "expired");
        page.locator("#start-again").click();
        assertThat(page).hasURL(CallbackListener.shared().home());
    }

    @Test
    @DisplayName("A decision that took too long shares nothing and leads back to the application")
    void explainsAnExpiredConsent() throws SQLException {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();
        letExpire(request);

        allow(page);

        assertThat(page.locator("#error-message")).isVisible();
        page.locator("#start-again").click();
        assertThat(page).hasURL(CallbackListener.shared().home());
        assertThat(CallbackListener.shared().arrivals())
                .noneMatch(arrival -> arrival.query().contains(request.value("state")));
    }

    private void letExpire(AuthorizationRequest request) throws SQLException {
        try (Connection database = server.openDatabase();
                PreparedStatement update =
                        database.prepareStatement("update interaction set expires_at = 1 where parameters like ?")) {
            update.setString(1, "%" + request.value("state") + "%");
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
