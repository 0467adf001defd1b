package org.ostiary.ejb.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;

class LoginServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    LoginServiceTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
    }

    @Test
    @DisplayName("The right password begins a session that is stored as a hash only")
    void logsIn() {
        assertThat(browser.logIn(interaction(), "alice", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(browser.sessionCookie()).matches("[A-Za-z0-9_-]{43}");
        assertThat(provider.database().texts("select handle_hash from login_session"))
                .singleElement()
                .isNotEqualTo(browser.sessionCookie());
        assertThat(provider.audited("login_succeeded")).isOne();
    }

    @ParameterizedTest
    @DisplayName("A name is found however it is written")
    @ValueSource(strings = {"ALICE", " alice ", "\uff41lice", "Alice"})
    void findsTheNameInOtherSpellings(String username) {
        assertThat(browser.logIn(interaction(), username, PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("F01: a new login changes the handle, and the old one is dead")
    void changesTheHandle() {
        browser.logIn(interaction(), "alice", PASSWORD);
        String before = browser.sessionCookie();
        logInAgain("alice");
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
        assertThat(provider.database().count("login_session")).isOne();
        SampleBrowser thief = new SampleBrowser(provider);
        thief.setSessionCookie(before);
        assertThat(thief.start(validRequest()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.LOGIN));
    }

    @Test
    @DisplayName("F23, CVE-2023-6787: logging in as another person begins another session, and takes nothing over")
    void takesNothingOverFromAnother() {
        browser.codeFor(validRequest(), "alice");
        String before = browser.sessionCookie();
        logInAgain("bob");
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
        assertThat(provider.database()
                        .texts("select a.username from login_session s join account a on a.id = s.account_id"
                                + " where s.ended_at is null order by a.username"))
                .containsExactly("alice", "bob");
        SampleBrowser thief = new SampleBrowser(provider);
        thief.setSessionCookie(before);
        assertThat(thief.start(validRequest()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.LOGIN));
        assertThat(browser.start(validRequest()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.CONSENT));
    }

    @Test
    @DisplayName("Each browser has a session of its own")
    void keepsOtherBrowsersLoggedIn() {
        browser.codeFor(validRequest(), "alice");
        SampleBrowser other = new SampleBrowser(provider);
        other.codeFor(validRequest(), "alice");
        assertThat(provider.database().count("login_session where ended_at is null"))
                .isEqualTo(2);
        assertThat(other.sessionCookie()).isNotEqualTo(browser.sessionCookie());
    }

    private void logInAgain(String username) {
        provider.clock().forward(Duration.ofMinutes(1));
        browser.logIn(interactionOf(browser.start(validRequest().with("prompt", "login"))), username, PASSWORD);
    }

    private String interaction() {
        return interactionOf(browser.start(validRequest()));
    }
}
