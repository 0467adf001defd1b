package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.logout.ToldServer;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;

/** A person signs out, and their browser tells the applications that only it can tell. */
class SignedOutIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final OstiaryServer server = ToldServer.get();

    @Test
    @DisplayName(
            "S32, L07: each application's address is opened once in a frame, with issuer and session; then the person is led back")
    void opensFrames() {
        Page page = CHROMIUM.tab();
        Tokens tokens = signIn(page, ToldServer.FRAMED);
        Object sid = new RelyingParty(server, ToldServer.FRAMED)
                .verifiedIdToken(tokens)
                .get("sid");
        Response[] frames = new Response[1];
        page.onResponse(response -> {
            if (response.url().contains("/end-session/frames")) {
                frames[0] = response;
            }
        });
        Parameters request = Parameters.none()
                .with("id_token_hint", tokens.idToken())
                .with("post_logout_redirect_uri", ToldServer.HOME)
                .with("state", "s 1");
        page.navigate(server.endpoint("/api/oidc/end-session") + "?" + request.encoded());
        page.waitForURL(address -> address.startsWith(ToldServer.HOME + "?state=s"));
        assertThat(frames[0].headerValue("content-security-policy"))
                .contains("frame-src " + CallbackListener.shared().origin() + ";");
        assertThat(CallbackListener.shared().framed())
                .filteredOn(query -> query.contains("sid=" + sid))
                .singleElement()
                .asString()
                .contains("x=1&iss=");
    }

    @Test
    @DisplayName("S27, S32: who signs out here reads which applications know, and which cannot be known")
    void tellsWhoKnows() {
        Page page = CHROMIUM.tab();
        signIn(page, ToldServer.FRAMED);
        signIn(page, ToldServer.BACK);
        page.navigate(server.endpoint("/logout.xhtml").toString());
        Screenshots.take(page, "logout");
        page.locator("#logout-confirm").click();
        assertThat(page.locator("#signed-out-applications li")).hasText(new String[] {
            "Test client back: signed out.",
            "Test client framed: was told through your browser. Whether it signed you out cannot be known here."
        });
        Accessibility.assertNothingFound(page, "signed-out");
        Screenshots.take(page, "signed-out");
    }

    private Tokens signIn(Page page, TestClient client) {
        RelyingParty application = new RelyingParty(server, client);
        AuthorizationRequest request = application.validRequest().with("scope", "openid");
        Pages.open(page, server, request);
        if (page.locator("#login-submit").count() > 0) {
            Pages.logIn(page, TestAccounts.BOB);
        }
        return application
                .redemption(request, Pages.backAtApplication(page, request).require("code"))
                .tokens();
    }
}
