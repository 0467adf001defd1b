package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
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

/** The pages are for everybody: without scripts, in the dark, on small screens, with assistive technology, on slow lines. */
class EverybodyIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);

    @Test
    @DisplayName("The whole journey works without scripts")
    void needsNoScripts() {
        Page page = CHROMIUM.tabWithoutScripts();
        AuthorizationRequest request = application.validRequest();

        open(page, server, request);
        logIn(page, "alice", "guess");
        assertThat(page.locator("#login-error")).isVisible();
        logIn(page, TestAccounts.ALICE);
        allow(page);

        assertThat(backAtApplication(page, request).find("code")).isPresent();
    }

    @Test
    @DisplayName("form_post has a button for people without scripts")
    void postsTheResponseWithoutScripts() {
        Page page = CHROMIUM.tabWithoutScripts();
        AuthorizationRequest request = application.validRequest().with("response_mode", "form_post");

        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        allow(page);
        Screenshots.take(page, "form-post-without-scripts");
        page.locator("button, input[type=submit]").click();

        assertThat(page).hasURL(request.value("redirect_uri"));
    }

    @Test
    @DisplayName("WCAG 2.2 AA: axe finds nothing on the pages, in light and in dark")
    void axeFindsNothing() {
        axeFindsNothing(CHROMIUM.tab(), "light");
        axeFindsNothing(CHROMIUM.darkTab(), "dark");
    }

    private void axeFindsNothing(Page page, String colours) {
        open(page, server, application.validRequest().with("scope", "openid profile email groups"));
        Accessibility.assertNothingFound(page, "login, " + colours);
        logIn(page, "alice", "guess");
        assertThat(page.locator("#login-error")).isVisible();
        Accessibility.assertNothingFound(page, "login with error, " + colours);
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();
        Accessibility.assertNothingFound(page, "consent, " + colours);
        Screenshots.take(page, "consent-" + colours);
        page.navigate(server.endpoint("/logout.xhtml").toString());
        Accessibility.assertNothingFound(page, "logout, " + colours);
        page.locator("#logout-confirm").click();
        Accessibility.assertNothingFound(page, "logged out, " + colours);
        open(page, server, application.validRequest().with("redirect_uri", "https://unknown.test/cb"));
        assertThat(page.locator("#error-message")).isVisible();
        Accessibility.assertNothingFound(page, "error, " + colours);
        Screenshots.take(page, "error-" + colours);
        page.navigate(server.address().toString());
        Accessibility.assertNothingFound(page, "index, " + colours);
        Screenshots.take(page, "index-" + colours);
    }

    @Test
    @DisplayName("Dark mode by preference: the page is darker than its text")
    void isDarkOnRequest() {
        Page page = CHROMIUM.darkTab();
        open(page, server, application.validRequest());

        assertThat(brightness(page, "background-color")).isLessThan(brightness(page, "color"));
        Screenshots.take(page, "login-dark");
    }

    @Test
    @DisplayName("WCAG 2.2, 1.4.10: nothing has to be scrolled sideways at 320 pixels")
    void fitsSmallScreens() {
        Page page = CHROMIUM.narrowTab();
        open(page, server, application.validRequest());
        assertNoSidewaysScrolling(page);
        Screenshots.take(page, "login-narrow");

        logIn(page, "alice", "guess");
        assertThat(page.locator("#login-error")).isVisible();
        assertNoSidewaysScrolling(page);
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();
        assertNoSidewaysScrolling(page);
        Screenshots.take(page, "consent-narrow");
    }

    @Test
    @DisplayName("The login page is at most 5 requests and 50 kB, all from the provider")
    void loadsLittle() {
        Page page = CHROMIUM.tab();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        open(page, server, application.validRequest());
        page.waitForLoadState();

        // Reading a body lets further events in.
        List<Response> loaded = List.copyOf(responses);
        long bytes = loaded.stream()
                .filter(response -> response.status() == 200)
                .mapToLong(response -> response.body().length)
                .sum();
        assertThat(loaded).hasSizeLessThanOrEqualTo(5);
        assertThat(loaded)
                .allMatch(response -> response.url().startsWith(server.address().toString()));
        assertThat(bytes).isLessThanOrEqualTo(50_000);
    }

    @Test
    @DisplayName("The pages complain about nothing in the browser's console")
    void leavesTheConsoleEmpty() {
        Page page = CHROMIUM.tab();
        List<String> messages = new ArrayList<>();
        page.onConsoleMessage(message -> messages.add(message.text()));
        AuthorizationRequest request = application.validRequest().with("response_mode", "form_post");

        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        allow(page);
        assertThat(page).hasURL(request.value("redirect_uri"));

        assertThat(messages).isEmpty();
    }

    @Test
    @DisplayName("The login page is usable by keyboard alone, in the order it is read")
    void worksByKeyboard() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);

        assertThat(page.locator("#username")).isFocused();
        page.keyboard().type("alice");
        page.keyboard().press("Tab");
        page.keyboard().type(TestAccounts.ALICE.password());
        page.keyboard().press("Enter");

        assertThat(page.locator("#consent-allow")).isVisible();
        page.locator("#consent-allow").focus();
        page.keyboard().press("Enter");
        assertThat(backAtApplication(page, request).find("code")).isPresent();
    }

    @Test
    @DisplayName("Deny is as large as Allow")
    void deniesAsEasilyAsItAllows() {
        Page page = CHROMIUM.tab();
        open(page, server, application.validRequest());
        logIn(page, TestAccounts.ALICE);

        var allow = page.locator("#consent-allow").boundingBox();
        var deny = page.locator("#consent-deny").boundingBox();
        assertThat(deny.height).isEqualTo(allow.height);
        assertThat(deny.width).isCloseTo(allow.width, org.assertj.core.data.Offset.offset(2.0));
    }

    private static void assertNoSidewaysScrolling(Page page) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).isZero();
    }

    /** The sum of red, green and blue of a colour of the page's body, 0 to 765. */
    private static int brightness(Page page, String property) {
        Object sum = page.evaluate(
                "name => getComputedStyle(document.body).getPropertyValue(name)"
                        + ".match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)",
                property);
        return ((Number) sum).intValue();
    }
}
