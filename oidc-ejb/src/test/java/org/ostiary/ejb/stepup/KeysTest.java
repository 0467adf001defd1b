package org.ostiary.ejb.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleSecurityKey;
import org.ostiary.ejb.stepup.StepUpOutcome.Enrolled;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;

/** Security keys as second factor, and passkeys instead of a password. */
class KeysTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleSecurityKey key = new SampleSecurityKey();

    KeysTest() {
        provider.configure(confidentialClient().withSecondFactor());
        provider.addAccount("alice");
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        assertThat(browser.enrolKey(interaction, key))
                .isInstanceOfSatisfying(
                        Enrolled.class,
                        enrolled -> assertThat(enrolled.recoveryCodes()).hasSize(10));
        provider.clock().forward(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("S21: a key beside a password is two factors, and amr says what kind of key")
    void provesASecondFactor() {
        SampleBrowser person = new SampleBrowser(provider);
        String interaction = interactionOf(person.start(validRequest()));
        person.logIn(interaction, "alice", PASSWORD);
        assertThat(person.proveByKey(interaction, key.withFlags(SampleSecurityKey.PRESENT)))
                .isInstanceOf(Proved.class);
        assertThat(pageOf(person.resume(interaction))).isEqualTo(Page.CONSENT);
        assertThat(newestAmr()).isEqualTo("pwd hwk pop mfa");
    }

    @Test
    @DisplayName("F16: a wrong key leaves a person at the second factor")
    void refusesAnotherKey() {
        SampleBrowser person = new SampleBrowser(provider);
        String interaction = interactionOf(person.start(validRequest()));
        person.logIn(interaction, "alice", PASSWORD);
        assertThat(person.proveByKey(interaction, new SampleSecurityKey())).isEqualTo(new Refused(Reason.KEY_REFUSED));
        assertThat(pageOf(person.resume(interaction))).isEqualTo(Page.SECOND_FACTOR);
    }

    @Test
    @DisplayName("S21: a passkey with user verification logs in without a name, and is two factors")
    void logsInByPasskey() {
        SampleBrowser person = new SampleBrowser(provider);
        String interaction = interactionOf(person.start(validRequest()));
        assertThat(person.logInByPasskey(interaction, key)).isInstanceOf(LoggedIn.class);
        assertThat(pageOf(person.resume(interaction))).isEqualTo(Page.CONSENT);
        assertThat(newestAmr()).isEqualTo("hwk pop user mfa");
    }

    @Test
    @DisplayName(
            "F20: without user verification, with an unknown key or of a disabled account a passkey logs nobody in")
    void refusesPasskeys() {
        SampleBrowser person = new SampleBrowser(provider);
        String interaction = interactionOf(person.start(validRequest()));
        assertThat(person.logInByPasskey(interaction, new SampleSecurityKey())).isInstanceOf(LoginRefused.class);
        assertThat(person.logInByPasskey(interaction, key.withFlags(SampleSecurityKey.PRESENT)))
                .isInstanceOf(LoginRefused.class);
        provider.disableAccount("alice");
        assertThat(person.logInByPasskey(
                        interaction, key.withFlags(SampleSecurityKey.PRESENT | SampleSecurityKey.VERIFIED)))
                .isInstanceOf(LoginRefused.class);
        assertThat(pageOf(person.resume(interaction))).isEqualTo(Page.LOGIN);
    }

    private String newestAmr() {
        return provider.database()
                .texts("select amr from login_session order by auth_time desc")
                .get(0);
    }

    private static Page pageOf(AuthorizeOutcome outcome) {
        return ((Ask) outcome).page();
    }
}
