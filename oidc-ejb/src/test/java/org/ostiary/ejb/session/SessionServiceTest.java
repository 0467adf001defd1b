package org.ostiary.ejb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;

class SessionServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SessionService service = provider.service(SessionService.class);

    SessionServiceTest() {
        provider.addAccount("alice");
        browser.codeFor(validRequest(), "alice");
    }

    @Test
    void namesThePersonLoggedIn() {
        assertThat(provider.signedIn(browser.sessionCookie())).contains("alice");
        assertThat(provider.signedIn("made-up")).isEmpty();
        assertThat(provider.signedIn(null)).isEmpty();
    }

    @Test
    @DisplayName("Nobody is logged in with a session that is over or an account that is disabled")
    void namesNobodyAfterwards() {
        provider.clock().forward(SampleConfig.SESSION_IDLE);
        assertThat(provider.signedIn(browser.sessionCookie())).isEmpty();
        browser.codeFor(validRequest(), "alice");
        provider.disableAccount("alice");
        assertThat(provider.signedIn(browser.sessionCookie())).isEmpty();
    }

    @Test
    @DisplayName("F25, L10: logging out ends the session on the server, so that a kept cookie is worth nothing")
    void logsOut() {
        String cookie = browser.sessionCookie();
        service.endAll(cookie, null, FACTS);
        assertThat(provider.signedIn(cookie)).isEmpty();
        assertThat(browser.start(validRequest()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.LOGIN));
        assertThat(provider.audited("session_ended")).isOne();
    }

    @Test
    @DisplayName("L03: nobody is logged out without the form of their own session")
    void staysLoggedInWithoutTheForm() {
        String cookie = browser.sessionCookie();
        SampleBrowser attacker = new SampleBrowser(provider);
        attacker.codeFor(validRequest(), "alice");
        String foreign = service.formToken(Objects.requireNonNull(attacker.sessionCookie()), "");
        for (String token : List.of("", "made-up", foreign)) {
            assertThat(service.useFormToken(Objects.requireNonNull(cookie), "", token))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("Logging out in one browser leaves the other logged in")
    void leavesOtherSessionsAlone() {
        SampleBrowser other = new SampleBrowser(provider);
        other.codeFor(validRequest(), "alice");
        String cookie = browser.sessionCookie();
        service.endAll(cookie, null, FACTS);
        assertThat(provider.signedIn(other.sessionCookie())).contains("alice");
    }
}
