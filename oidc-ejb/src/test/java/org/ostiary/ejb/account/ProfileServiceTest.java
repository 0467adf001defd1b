package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;

class ProfileServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final ProfileService service = provider.service(ProfileService.class);

    ProfileServiceTest() {
        provider.addOwnAccount("alice");
        browser.codeFor(validRequest(), "alice");
    }

    private String token() {
        return service.formToken(browser.visitor());
    }

    @Test
    void renames() {
        assertThat(service.rename(new ProfileForm("  Alice Example ", token()), browser.visitor()))
                .isEqualTo(ProfileOutcome.CHANGED);
        assertThat(service.of(browser.visitor()).displayName()).isEqualTo("Alice Example");
        assertThat(provider.audited("profile_changed")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "a\u202Eb", "a\u0000"})
    void refusesNamesThatNobodyCanRead(String name) {
        assertThat(service.rename(new ProfileForm(name, token()), browser.visitor()))
                .isEqualTo(ProfileOutcome.UNUSABLE);
    }

    @Test
    @DisplayName("G14, G15: a new address counts as not confirmed, whatever the old one was")
    void changesTheAddress() {
        provider.database().execute("update account set email = 'old@example.org', email_verified = true");
        assertThat(service.changeEmail("new@example.org", token(), browser.visitor()))
                .isEqualTo(ProfileOutcome.CHANGED);
        assertThat(service.of(browser.visitor()).email()).isEqualTo("new@example.org");
        assertThat(service.of(browser.visitor()).emailVerified()).isFalse();
        assertThat(provider.audited("email_changed")).isOne();
    }

    @Test
    @DisplayName("F21: the address is changed only by who proved within five minutes who they are")
    void demandsAFreshProof() {
        provider.clock().forward(Duration.ofMinutes(5));
        assertThat(service.changeEmail("new@example.org", token(), browser.visitor()))
                .isEqualTo(ProfileOutcome.NOT_FRESH);
        assertThat(service.of(browser.visitor()).email()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "alice", "@example.org", "a@b", "a b@example.org", "a@example.org\nBcc: x@y.test", "a@-.org"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(service.changeEmail(email, token(), browser.visitor())).isEqualTo(ProfileOutcome.UNUSABLE);
    }

    @Test
    @DisplayName("What comes from a file is not changed here; only the language is the person's own everywhere")
    void leavesForeignAccountsAlone() {
        provider.addAccount("bob");
        browser.setSessionCookie(null);
        browser.codeFor(validRequest(), "bob");
        assertThat(service.of(browser.visitor()).own()).isFalse();
        assertThat(service.rename(new ProfileForm("Bobby", token()), browser.visitor()))
                .isEqualTo(ProfileOutcome.NOT_HERE);
        assertThat(service.changeEmail("b@example.org", token(), browser.visitor()))
                .isEqualTo(ProfileOutcome.NOT_HERE);
        assertThat(service.speak("en", token(), browser.visitor())).isEqualTo(ProfileOutcome.CHANGED);
        assertThat(service.of(browser.visitor()).language()).isEqualTo("en");
    }

    @Test
    void speaksOnlyWhatThereAreWordsFor() {
        assertThat(service.speak("tlh", token(), browser.visitor())).isEqualTo(ProfileOutcome.UNUSABLE);
        assertThat(service.speak(null, token(), browser.visitor())).isEqualTo(ProfileOutcome.CHANGED);
        assertThat(service.of(browser.visitor()).language()).isNull();
    }

    @Test
    @DisplayName("F03: without the session's own form nothing changes")
    void refusesOtherForms() {
        assertThat(service.rename(new ProfileForm("x", "made-up"), browser.visitor()))
                .isEqualTo(ProfileOutcome.STALE_FORM);
        assertThat(service.changeEmail("a@example.org", "", browser.visitor())).isEqualTo(ProfileOutcome.STALE_FORM);
        assertThat(service.speak("en", "", browser.visitor())).isEqualTo(ProfileOutcome.STALE_FORM);
    }
}
