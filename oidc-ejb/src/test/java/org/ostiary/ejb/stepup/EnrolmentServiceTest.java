package org.ostiary.ejb.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.stepup.StepUpOutcome.Enrolled;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;

/** A first second factor is enrolled by who just typed the password, and counts once its first code was right. */
class EnrolmentServiceTest {

    private static final SampleRequest STRONG = validRequest().with("client_id", "strong");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    EnrolmentServiceTest() {
        provider.configure(
                confidentialClient(), confidentialClient().called("strong").withSecondFactor());
        provider.addAccount("alice");
    }

    @Test
    @DisplayName("Who has no second factor enrols an app, and has proved two factors with that")
    void enrols() {
        String interaction = asked();
        assertThat(pageNow(interaction)).isEqualTo(Page.ENROLMENT);
        String before = browser.sessionCookie();
        browser.enrol(interaction);
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
        assertThat(pageNow(interaction)).isEqualTo(Page.CONSENT);
        assertThat(provider.database().texts("select amr from login_session")).containsExactly("pwd otp mfa");
        assertThat(provider.audited("factor_enrolled")).isOne();
    }

    @Test
    @DisplayName("F21: a session alone enrols nothing: the password is asked for again")
    void asksForThePasswordAgain() {
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofSeconds(1));
        AuthorizeOutcome outcome = browser.start(STRONG);
        assertThat(((Ask) outcome).page()).isEqualTo(Page.LOGIN);
        String interaction = interactionOf(outcome);
        assertThat(provider.service(EnrolmentService.class).view(interaction, "", browser.visitor()))
                .isEmpty();
        assertThat(browser.confirm(interaction, new EnrolmentForm("x", "123456", "x")))
                .isEqualTo(new Refused(Reason.NOT_ASKED));
        browser.logIn(interaction, "alice", PASSWORD);
        assertThat(pageNow(interaction)).isEqualTo(Page.ENROLMENT);
    }

    @Test
    @DisplayName("F16, F21: who has a second factor cannot enrol another one instead of proving it")
    void enrolsNoOtherInstead() {
        browser.enrol(asked());
        SampleBrowser thief = new SampleBrowser(provider);
        String interaction = interactionOf(thief.start(STRONG));
        thief.logIn(interaction, "alice", PASSWORD);
        assertThat(provider.service(EnrolmentService.class).view(interaction, "", thief.visitor()))
                .isEmpty();
        assertThat(thief.confirm(interaction, new EnrolmentForm("x", "123456", "x")))
                .isEqualTo(new Refused(Reason.NOT_ASKED));
        assertThat(provider.database().count("totp_credential")).isOne();
    }

    @Test
    @DisplayName("A wrong code enrols nothing, and the key that is shown again is the same")
    void showsTheSameKeyAgain() {
        String interaction = asked();
        EnrolmentView offer = browser.offer(interaction);
        SampleAuthenticator app = new SampleAuthenticator(offer.setUp().key());
        String wrong = app.wrongCodeAt(provider.clock().instant());
        assertThat(browser.confirm(
                        interaction,
                        new EnrolmentForm(
                                offer.setUp().token(),
                                wrong,
                                offer.interaction().formToken())))
                .isEqualTo(new Refused(Reason.WRONG_CODE));
        assertThat(provider.database().count("totp_credential")).isZero();
        EnrolmentView again = provider.service(EnrolmentService.class)
                .view(interaction, offer.setUp().token(), browser.visitor())
                .orElseThrow();
        assertThat(again.setUp().key()).isEqualTo(offer.setUp().key());
        String right = app.codeAt(provider.clock().instant());
        assertThat(browser.confirm(
                        interaction,
                        new EnrolmentForm(
                                again.setUp().token(),
                                right,
                                again.interaction().formToken())))
                .isInstanceOf(Enrolled.class);
        assertThat(provider.database().texts("select name from totp_credential"))
                .containsExactly("");
    }

    @Test
    @DisplayName("Every offer is another key, and one of another interaction is none")
    void offersNoKeyTwice() {
        String interaction = asked();
        EnrolmentView one = browser.offer(interaction);
        assertThat(browser.offer(interaction).setUp().key())
                .isNotEqualTo(one.setUp().key());
        SampleBrowser other = new SampleBrowser(provider);
        String foreign = interactionOf(other.start(STRONG));
        other.logIn(foreign, "alice", PASSWORD);
        String code = new SampleAuthenticator(one.setUp().key())
                .codeAt(provider.clock().instant());
        assertThat(other.confirm(
                        foreign,
                        new EnrolmentForm(
                                one.setUp().token(),
                                code,
                                other.offer(foreign).interaction().formToken())))
                .isEqualTo(new Refused(Reason.WRONG_CODE));
    }

    @Test
    @DisplayName("The key is a URI that apps read, and is stored sealed")
    void keepsTheKeySealed() {
        String interaction = asked();
        EnrolmentView offer = browser.offer(interaction);
        String key = offer.setUp().key().replace(" ", "");
        assertThat(key).matches("[A-Z2-7]{32}");
        assertThat(offer.setUp().address())
                .isEqualTo("otpauth://totp/id.example.org:alice?secret=" + key
                        + "&issuer=id.example.org&algorithm=SHA1&digits=6&period=30");
        assertThat(offer.setUp().image().path()).startsWith("M4 4h1v1h-1z");
        assertThat(offer.setUp().toString() + offer.setUp().image()).doesNotContain(key, "M4 4");
        browser.enrol(interaction);
        List<String> sealed = provider.database().texts("select sealed_seed from totp_credential");
        assertThat(sealed).singleElement().asString().doesNotContain(key).hasSizeGreaterThan(60);
    }

    private String asked() {
        String interaction = interactionOf(browser.start(STRONG));
        browser.logIn(interaction, "alice", PASSWORD);
        return interaction;
    }

    private Page pageNow(String interaction) {
        return ((Ask) browser.resume(interaction)).page();
    }
}
