package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Security keys and passkeys in a real browser (Web Authentication Level 2). */
class SecurityKeyIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final RelyingParty application = new RelyingParty(server, TestClients.C2FA);

    @Test
    @DisplayName(
            "A key is enrolled, is asked for as second factor, and logs in alone as a passkey; a copy of it does not")
    void livesTheLifeOfAKey() {
        Page page = CHROMIUM.tab();
        // Else the browser may answer the login page's suggestion of passkeys before anybody presses a button.
        page.addInitScript("delete PublicKeyCredential.isConditionalMediationAvailable");
        VirtualAuthenticator key = VirtualAuthenticator.pluggedInto(page);

        AuthorizationRequest first = application.validRequest();
        open(page, server, first);
        logIn(page, TestAccounts.FRANK);
        assertThat(page.locator("#key-submit")).isVisible();
        Accessibility.assertNothingFound(page, "enrolment");
        Screenshots.take(page, "enrolment-with-scripts");
        page.locator("#key-submit").click();
        assertThat(page.locator("#recovery-codes li")).hasCount(10);
        page.locator("#recovery-continue").click();
        assertThat(amr(first, page)).isEqualTo(List.of("pwd", "hwk", "pop", "user", "mfa"));
        assertThat(key.credentials()).isOne();

        AuthorizationRequest second = application.validRequest().with("prompt", "login");
        open(page, server, second);
        logIn(page, TestAccounts.FRANK);
        assertThat(page.locator("#factor-form")).hasCount(0);
        assertThat(page.locator("#key-form-hint")).isHidden();
        Accessibility.assertNothingFound(page, "second factor");
        Screenshots.take(page, "second-factor-key");
        page.locator("#key-submit").click();
        assertThat(amr(second, page)).contains("pwd", "hwk", "pop", "mfa");

        AuthorizationRequest third = application.validRequest().with("prompt", "login");
        open(page, server, third);
        Accessibility.assertNothingFound(page, "login");
        Screenshots.take(page, "login-with-passkey");
        key.verifies(false);
        page.locator("#passkey-submit").click();
        assertThat(page.locator("#passkey-form-failed")).containsText("or it took too long");
        assertThat(page.locator("#passkey-form-failed")).isFocused();
        Accessibility.assertNothingFound(page, "login, cancelled");
        Screenshots.take(page, "login-cancelled");
        key.verifies(true);
        page.locator("#passkey-submit").click();
        assertThat(amr(third, page)).isEqualTo(List.of("hwk", "pop", "user", "mfa"));

        suggestsThePasskey(key);

        key.countFrom(1);
        AuthorizationRequest copied = application.validRequest().with("prompt", "login");
        open(page, server, copied);
        page.locator("#passkey-submit").click();
        assertThat(page.locator("#login-error")).containsText("does not let you in");
        Screenshots.take(page, "login-copy");
    }

    /** Chromium without a window picks the one suggestion by itself, as a person would; no button is pressed. */
    private void suggestsThePasskey(VirtualAuthenticator key) {
        Page page = CHROMIUM.tab();
        List<String> asked = new ArrayList<>();
        page.exposeFunction("noteOf", question -> asked.add(String.valueOf(question[0])));
        page.addInitScript("""
                const ask = CredentialsContainer.prototype.get;
                CredentialsContainer.prototype.get = function (options) {
                  const field = document.getElementById('username').autocomplete;
                  const keys = options.publicKey.allowCredentials.length;
                  return noteOf(`${options.mediation}, ${keys} keys, ${field}`).then(() => ask.call(this, options));
                };
                """);
        VirtualAuthenticator.builtInto(page).takeOver(key);
        AuthorizationRequest request = application.validRequest().with("prompt", "login");
        open(page, server, request);
        assertThat(amr(request, page)).isEqualTo(List.of("hwk", "pop", "user", "mfa"));
        assertThat(asked).isEqualTo(List.of("conditional, 0 keys, username webauthn"));
    }

    private List<Object> amr(AuthorizationRequest request, Page page) {
        String code = backAtApplication(page, request).require("code");
        Map<String, Object> claims = application.verifiedIdToken(
                application.redemption(request, code).tokens());
        assertThat(claims).containsEntry("acr", "urn:ostiary:acr:two-factor");
        return List.copyOf((List<?>) claims.get("amr"));
    }
}
