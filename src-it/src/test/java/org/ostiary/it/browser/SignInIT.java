package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.allow;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.deny;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A person comes from an application, signs in, decides, and is back at the application. */
class SignInIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String REFUSED = "This username and password do not let you in. Check both and try again;"
            + " after several tries wait some minutes.";

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);

    @Test
    @DisplayName("A person signs in, allows, and the application redeems the code")
    void signsInAndAllows() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest().with("scope", "openid profile email");

        open(page, server, request);
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.locator("#client-name")).hasText("Test client explicit-consent");
        assertThat(page.locator("#username")).isFocused();
        Screenshots.take(page, "login");
        logIn(page, TestAccounts.ALICE);

        assertThat(page.locator("h1")).hasText("Allow access?");
        assertThat(page.locator("#client-name")).hasText("Test client explicit-consent");
        assertThat(page.locator("#account-name")).containsText("alice");
        assertThat(page.locator("#scopes")).containsText("See your email address");
        Screenshots.take(page, "consent");
        allow(page);

        Parameters response = backAtApplication(page, request);
        assertThat(response.require("iss")).isEqualTo(server.issuer().toString());
        Tokens tokens =
                application.redemption(request, response.require("code")).tokens();
        Map<String, Object> claims = application.verifiedIdToken(tokens);
        assertThat(claims).containsEntry("nonce", request.value("nonce"));
        assertThat(application.userinfo(tokens.accessToken()).json()).containsEntry("email", "alice@example.org");
    }

    @Test
    @DisplayName("A person who denies is back at the application, which gets no code")
    void denies() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();

        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        deny(page);

        Parameters response = backAtApplication(page, request);
        assertThat(response.require("error")).isEqualTo("access_denied");
        assertThat(response.find("code")).isEmpty();
    }

    @Test
    @DisplayName("A wrong password is refused in the words an unknown name gets, and the right one still works")
    void refusesAWrongPassword() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        open(page, server, request);

        logIn(page, "nobody-of-this-name", "guess");
        assertThat(page.locator("#login-error")).hasText(REFUSED);
        logIn(page, "carol", TestAccounts.CAROL.password());
        assertThat(page.locator("#login-error")).hasText(REFUSED);
        logIn(page, "alice", "guess");
        assertThat(page.locator("#login-error")).hasText(REFUSED);
        assertThat(page.locator("#password")).hasValue("");
        assertThat(page.title()).startsWith("Error: ");
        Screenshots.take(page, "login-refused");

        logIn(page, TestAccounts.ALICE);
        allow(page);
        assertThat(backAtApplication(page, request).find("code")).isPresent();
    }

    @Test
    @DisplayName("A person who is signed in is not asked for the password again")
    void remembersThePerson() {
        Page page = CHROMIUM.tab();
        open(page, server, application.validRequest());
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();

        AuthorizationRequest second = application.validRequest();
        open(page, server, second);
        assertThat(page.locator("h1")).hasText("Allow access?");
        allow(page);
        assertThat(backAtApplication(page, second).find("code")).isPresent();
    }

    @Test
    @DisplayName("OIDC Core 1.0, 3.1.2.1: response_mode form_post brings the person back by POST")
    void returnsByFormPost() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest().with("response_mode", "form_post");

        open(page, server, request);
        logIn(page, TestAccounts.ALICE);
        allow(page);

        page.waitForURL(request.value("redirect_uri"));
        assertThat(page.locator("h1")).hasText("Back in the application");
    }

    @Test
    @DisplayName("A person who signs out is asked for the password again")
    void signsOut() {
        Page page = CHROMIUM.tab();
        open(page, server, application.validRequest());
        logIn(page, TestAccounts.ALICE);
        assertThat(page.locator("#consent-allow")).isVisible();

        page.navigate(server.endpoint("/logout.xhtml").toString());
        assertThat(page.locator("#account-name")).containsText("alice");
        Screenshots.take(page, "logout");
        page.locator("#logout-cancel").click();
        page.navigate(server.endpoint("/logout.xhtml").toString());
        assertThat(page.locator("#account-name")).containsText("alice");
        page.locator("#logout-confirm").click();
        assertThat(page.locator("h1")).hasText("You are signed out");
        Screenshots.take(page, "logged-out");

        open(page, server, application.validRequest());
        assertThat(page.locator("h1")).hasText("Sign in");
    }
}
