package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.session.NotSignedIn;

class OwnPasswordServiceTest {

    private static final String NEW = "another horse, another staple";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final OwnPasswordService service = provider.service(OwnPasswordService.class);

    OwnPasswordServiceTest() {
        provider.addOwnAccount("alice");
        browser.codeFor(validRequest(), "alice");
    }

    private PasswordOutcome change(String from, String to) {
        return service.change(new PasswordForm(from, to, service.formToken(browser.visitor())), browser.visitor());
    }

    @Test
    @DisplayName("Who knows the old password sets a new one, and only the new one lets in from then on")
    void changes() {
        assertThat(change(RunningProvider.PASSWORD, NEW)).isEqualTo(PasswordOutcome.CHANGED);
        SampleBrowser fresh = new SampleBrowser(provider);
        String interaction = ((Ask) fresh.start(validRequest())).interaction();
        assertThat(fresh.logIn(interaction, "alice", RunningProvider.PASSWORD)).isInstanceOf(LoginRefused.class);
        assertThat(fresh.logIn(interaction, "alice", NEW)).isInstanceOf(LoggedIn.class);
        assertThat(provider.audited("password_changed")).isOne();
    }

    @Test
    @DisplayName("S28: a new password ends all other sessions and what was granted in them, but not this one")
    void endsOtherSessions() {
        SampleBrowser other = new SampleBrowser(provider);
        other.codeFor(validRequest(), "alice");
        change(RunningProvider.PASSWORD, NEW);
        assertThat(provider.signedIn(browser.sessionCookie())).contains("alice");
        assertThat(provider.signedIn(other.sessionCookie())).isEmpty();
        assertThat(provider.database().count("oauth_grant where revoke_reason = 'password changed'"))
                .isOne();
    }

    @Test
    void refusesAWrongOldPassword() {
        assertThat(change("guess", NEW)).isEqualTo(PasswordOutcome.WRONG_PASSWORD);
        assertThat(provider.audited("password_change_failed")).isOne();
        assertThat(provider.database().count("audit_record where rule = 'old-password'"))
                .isOne();
    }

    @Test
    @DisplayName(
            "A stolen session guesses five times in a quarter of an hour, and then not even the right password counts")
    void slowsGuessingDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(change("guess " + i, NEW)).isEqualTo(PasswordOutcome.WRONG_PASSWORD);
        }
        assertThat(change(RunningProvider.PASSWORD, NEW)).isEqualTo(PasswordOutcome.TOO_MANY);
        provider.clock().forward(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(change(RunningProvider.PASSWORD, NEW)).isEqualTo(PasswordOutcome.CHANGED);
    }

    @Test
    void refusesWhatMayNotBeSet() {
        assertThat(change(RunningProvider.PASSWORD, "short")).isEqualTo(PasswordOutcome.TOO_SHORT);
        assertThat(change(RunningProvider.PASSWORD, "x".repeat(1025))).isEqualTo(PasswordOutcome.TOO_LONG);
        assertThat(change(RunningProvider.PASSWORD, RunningProvider.PASSWORD)).isEqualTo(PasswordOutcome.SAME);
        assertThat(provider.audited("password_changed")).isZero();
    }

    @Test
    @DisplayName("The password of an account from a file is changed in the file")
    void leavesForeignAccountsAlone() {
        provider.addAccount("bob");
        browser.setSessionCookie(null);
        browser.codeFor(validRequest(), "bob");
        assertThat(service.changeable(browser.visitor())).isFalse();
        assertThat(change(RunningProvider.PASSWORD, NEW)).isEqualTo(PasswordOutcome.NOT_HERE);
    }

    @Test
    @DisplayName("F03, F26: nothing changes without the session's own form, nor for a disabled account")
    void refusesOtherForms() {
        PasswordForm form = new PasswordForm(RunningProvider.PASSWORD, NEW, "made-up");
        assertThat(service.change(form, browser.visitor())).isEqualTo(PasswordOutcome.STALE_FORM);
        String token = service.formToken(browser.visitor());
        provider.disableAccount("alice");
        assertThatThrownBy(
                        () -> service.change(new PasswordForm(RunningProvider.PASSWORD, NEW, token), browser.visitor()))
                .isInstanceOf(NotSignedIn.class);
    }
}
