package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;

/** What a person does on the pages, by the documented element ids. */
final class Pages {
    private Pages() {}

    static void open(Page page, OstiaryServer server, AuthorizationRequest request) {
        page.navigate(request.on(server).toString());
    }

    static void logIn(Page page, TestAccount account) {
        logIn(page, account.username(), account.password());
    }

    static void logIn(Page page, String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#login-submit").click();
    }

    static void allow(Page page) {
        page.locator("#consent-allow").click();
    }

    static void deny(Page page) {
        page.locator("#consent-deny").click();
    }

    /** Asserts that the person is at the application again, and reads what came along. */
    static Parameters backAtApplication(Page page, AuthorizationRequest request) {
        page.waitForURL(address -> address.startsWith(request.value("redirect_uri") + "?"));
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Back in the application");
        Parameters response = Parameters.decode(URI.create(page.url()).getRawQuery());
        assertThat(response.require("state")).isEqualTo(request.value("state"));
        return response;
    }
}
