package org.ostiary.ejb.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.factor.RecoveryCodeService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.stepup.StepUpOutcome.Enrolled;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;

/** The codes that come with a first factor: ten, each once, and guessed as seldom as all others. */
class RecoveryCodesTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String accountId;
    private final List<String> codes;

    RecoveryCodesTest() {
        provider.configure(confidentialClient().withSecondFactor());
        accountId = provider.addAccount("alice");
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        EnrolmentView offer = browser.offer(interaction);
        String code = new SampleAuthenticator(offer.setUp().key())
                .codeAt(provider.clock().instant());
        codes = ((Enrolled) browser.confirm(
                        interaction,
                        new EnrolmentForm(
                                offer.setUp().token(), code, offer.interaction().formToken())))
                .recoveryCodes();
    }

    @Test
    @DisplayName("Ten different codes of 60 bits are shown once, and stored as hashes only")
    void makesTenCodes() {
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){2}[a-z2-7]{4}"));
        assertThat(provider.database().texts("select hash from recovery_code"))
                .hasSize(10)
                .allMatch(hash -> hash.length() == 43)
                .noneMatch(codes::contains);
    }

    @Test
    @DisplayName("A code works once, however it is typed, and says so as one-time password in amr")
    void worksOnce() {
        String typed = " " + codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ") + " ";
        assertThat(browser.proveByRecoveryCode(asked(browser), typed)).isInstanceOf(Proved.class);
        assertThat(provider.database().texts("select amr from login_session where ended_at is null"))
                .containsExactly("pwd otp mfa");
        assertThat(browser.proveByRecoveryCode(asked(browser), codes.get(3))).isEqualTo(new Refused(Reason.WRONG_CODE));
        assertThat(browser.proveByRecoveryCode(asked(browser), codes.get(4))).isInstanceOf(Proved.class);
    }

    @Test
    @DisplayName("Of four who use the same code in the same instant one gets in")
    void worksOnceInARace() throws InterruptedException {
        RecoveryCodeService service = provider.service(RecoveryCodeService.class);
        assertThat(Race.run(4, () -> service.use(accountId, codes.get(0))))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    @DisplayName("Another account's code is none, and new codes kill the old ones")
    void belongsToOneAccount() {
        RecoveryCodeService service = provider.service(RecoveryCodeService.class);
        assertThat(service.use(provider.addAccount("bob"), codes.get(0))).isFalse();
        List<String> fresh = service.replace(accountId, RunningProvider.FACTS);
        assertThat(service.use(accountId, codes.get(0))).isFalse();
        assertThat(service.use(accountId, fresh.get(0))).isTrue();
    }

    @Test
    @DisplayName("F15: wrong recovery codes are counted with the other wrong codes")
    void countsWrongCodes() {
        String interaction = asked(browser);
        for (int tries = 0; tries < 5; tries++) {
            assertThat(browser.proveByRecoveryCode(interaction, "aaaa-bbbb-cccc"))
                    .isEqualTo(new Refused(Reason.WRONG_CODE));
        }
        assertThat(browser.proveByRecoveryCode(interaction, codes.get(0)))
                .isEqualTo(new Refused(Reason.TOO_MANY_TRIES));
        assertThat(browser.proveByCode(interaction, "123456")).isEqualTo(new Refused(Reason.TOO_MANY_TRIES));
    }

    private String asked(SampleBrowser person) {
        provider.clock().forward(Duration.ofMinutes(1));
        String interaction = interactionOf(person.start(validRequest().with("prompt", "login")));
        person.logIn(interaction, "alice", PASSWORD);
        return interaction;
    }
}
