package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.logout.ToldServer;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;

/** Scripts of an application learn that the person's login changed (OIDC Session Management 1.0, section 3). */
class SessionStateIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Frames the provider's page in the application's, asks once, and waits two seconds at most. */
    private static final String ASK = """
            ([frame, message]) => new Promise(resolve => {
              const iframe = document.createElement('iframe');
              iframe.src = frame;
              addEventListener('message', event => resolve(event.data));
              setTimeout(() => resolve('no answer'), 2000);
              iframe.onload = () => iframe.contentWindow.postMessage(message, new URL(frame).origin);
              document.body.appendChild(iframe);
            })
            """;

    private final OstiaryServer server = ToldServer.get();
    private final RelyingParty application = new RelyingParty(server, ToldServer.NEAR);

    @Test
    @DisplayName("S34, L08: unchanged until the person signs out in another tab, then changed; nobody else is answered")
    void tellsChanges() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        Pages.open(page, server, request);
        Pages.logIn(page, TestAccounts.BOB);
        String state = Pages.backAtApplication(page, request).require("session_state");
        assertThat(ask(page, ToldServer.NEAR.id() + " " + state)).isEqualTo("unchanged");
        assertThat(ask(page, ToldServer.NEAR.id() + " " + "0".repeat(64) + ".salt"))
                .isEqualTo("changed");
        assertThat(ask(page, ToldServer.NEAR.id() + " rubbish")).isEqualTo("error");
        assertThat(ask(page, ToldServer.BACK.id() + " " + state)).isEqualTo("no answer");
        assertThat(ask(page, "rubbish")).isEqualTo("no answer");

        Page stranger = page.context().newPage();
        stranger.navigate(CallbackListener.shared().home());
        assertThat(ask(stranger, ToldServer.NEAR.id() + " " + state)).isEqualTo("no answer");

        Page other = page.context().newPage();
        other.navigate(server.endpoint("/logout.xhtml").toString());
        other.locator("#logout-confirm").click();
        other.waitForURL(address -> address.contains("/signed-out.xhtml"));
        assertThat(ask(page, ToldServer.NEAR.id() + " " + state)).isEqualTo("changed");

        page.context().clearCookies();
        assertThat(ask(page, ToldServer.NEAR.id() + " " + state)).isEqualTo("error");
    }

    @Test
    @DisplayName("S34: the cookie that scripts read is not the session's, and another one after each login")
    void keepsTheSessionToItself() {
        Page page = CHROMIUM.tab();
        AuthorizationRequest request = application.validRequest();
        Pages.open(page, server, request);
        String before = cookie(page, "ostiary-state");
        Pages.logIn(page, TestAccounts.BOB);
        Pages.backAtApplication(page, request);
        assertThat(cookie(page, "ostiary-state")).isNotEqualTo(before).isNotEqualTo(cookie(page, "ostiary-session"));
    }

    private String ask(Page page, String message) {
        return String.valueOf(page.evaluate(
                ASK, List.of(server.endpoint("/api/oidc/check-session").toString(), message)));
    }

    private static String cookie(Page page, String name) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElse("");
    }
}
