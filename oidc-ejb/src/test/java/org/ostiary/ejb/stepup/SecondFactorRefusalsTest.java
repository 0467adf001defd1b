package org.ostiary.ejb.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Reason;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;

/** Which codes are refused, and how many may be tried. */
class SecondFactorRefusalsTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleAuthenticator app;

    SecondFactorRefusalsTest() {
        provider.configure(confidentialClient().withSecondFactor());
        provider.addAccount("alice");
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        app = browser.enrol(interaction);
        provider.clock().set(MovableClock.START.plus(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @DisplayName("F14: codes of steps -3 to +3 at 1 s, 15 s and 29 s of a step")
    @CsvSource({
        "-3, 1, false",
        "-2, 1, false",
        "-1, 1, true",
        "0, 1, true",
        "1, 1, false",
        "2, 1, false",
        "3, 1, false",
        "-3, 15, false",
        "-2, 15, false",
        "-1, 15, false",
        "0, 15, true",
        "1, 15, false",
        "2, 15, false",
        "-3, 29, false",
        "-2, 29, false",
        "-1, 29, false",
        "0, 29, true",
        "1, 29, false",
        "2, 29, false"
    })
    void judgesSteps(int step, int second, boolean accepted) {
        Instant begin = MovableClock.START.plus(Duration.ofMinutes(20));
        provider.clock().set(begin.plusSeconds(second));
        StepUpOutcome outcome = browser.proveByCode(asked(), app.codeAt(begin.plusSeconds(30L * step)));
        assertThat(outcome instanceof Proved).isEqualTo(accepted);
    }

    @Test
    @DisplayName("F14, RFC 6238 5.2: the code that enrolled, and each other one, works once")
    void takesACodeOnce() {
        String code = currentCode();
        assertThat(browser.proveByCode(asked(), code)).isInstanceOf(Proved.class);
        assertThat(browser.proveByCode(asked(), code)).isEqualTo(new Refused(Reason.WRONG_CODE));
        provider.clock().forward(Duration.ofSeconds(30));
        assertThat(browser.proveByCode(asked(), code)).isEqualTo(new Refused(Reason.WRONG_CODE));
        assertThat(browser.proveByCode(asked(), currentCode())).isInstanceOf(Proved.class);
    }

    @Test
    @DisplayName("F14: of four who send the same code in the same instant one gets in")
    void takesACodeOnceInARace() throws InterruptedException {
        String code = currentCode();
        List<SampleBrowser> people =
                Stream.generate(() -> new SampleBrowser(provider)).limit(4).toList();
        List<String> interactions = people.stream().map(this::asked).toList();
        List<String> tokens = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            tokens.add(people.get(each)
                    .view(Page.SECOND_FACTOR, interactions.get(each))
                    .orElseThrow()
                    .formToken());
        }
        AtomicInteger next = new AtomicInteger();
        List<Boolean> won = Race.run(4, () -> {
            int each = next.getAndIncrement();
            return people.get(each).proveByCode(interactions.get(each), code, tokens.get(each)) instanceof Proved;
        });
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("F16: nothing that is no code is one, and none of it is counted as a guess")
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "000000000000", "-", "1e5", "null", "١٢٣"})
    void refusesWhatIsNoCode(String typed) {
        String interaction = asked();
        for (int tries = 0; tries < 6; tries++) {
            assertThat(browser.proveByCode(interaction, typed)).isEqualTo(new Refused(Reason.WRONG_CODE));
        }
        assertThat(pageNow(interaction)).isEqualTo(Page.SECOND_FACTOR);
        assertThat(browser.proveByCode(interaction, currentCode())).isInstanceOf(Proved.class);
    }

    @Test
    @DisplayName("A code counts with spaces in it, and in the digits of another script")
    void readsCodesAsPeopleTypeThem() {
        String code = currentCode();
        StringBuilder arabic = new StringBuilder(" ");
        code.chars()
                .forEach(digit -> arabic.append((char) (digit - '0' + '\u0660')).append(' '));
        assertThat(browser.proveByCode(asked(), arabic.toString())).isInstanceOf(Proved.class);
    }

    @Test
    @DisplayName("F15: after five wrong codes an interaction takes none any more, not even the right one")
    void countsWithinAnInteraction() {
        String interaction = asked();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(browser.proveByCode(interaction, wrongCode())).isEqualTo(new Refused(Reason.WRONG_CODE));
        }
        assertThat(browser.proveByCode(interaction, currentCode())).isEqualTo(new Refused(Reason.TOO_MANY_TRIES));
        assertThat(browser.proveByCode(asked(), currentCode())).isInstanceOf(Proved.class);
        assertThat(provider.audited("second_factor_failed")).isEqualTo(6);
    }

    @Test
    @DisplayName(
            "F15: ten wrong codes of an account are the most in a quarter of an hour, whatever passwords were right")
    void countsForAnAccount() {
        int judged = 0;
        for (int tries = 0; tries < 40; tries++) {
            SampleBrowser guesser = new SampleBrowser(provider);
            if (guesser.proveByCode(asked(guesser), wrongCode()).equals(new Refused(Reason.WRONG_CODE))) {
                judged++;
            }
            provider.clock().forward(Duration.ofSeconds(20));
        }
        assertThat(judged).isEqualTo(10);
        assertThat(browser.proveByCode(asked(), currentCode())).isEqualTo(new Refused(Reason.TOO_MANY_TRIES));
        provider.clock().forward(Duration.ofMinutes(15));
        assertThat(browser.proveByCode(asked(), currentCode())).isInstanceOf(Proved.class);
    }

    @Test
    @DisplayName("F15: a right code forgives no wrong ones")
    void forgivesNothing() {
        for (int round = 0; round < 2; round++) {
            SampleBrowser guesser = new SampleBrowser(provider);
            String interaction = asked(guesser);
            for (int tries = 0; tries < 5; tries++) {
                assertThat(guesser.proveByCode(interaction, wrongCode())).isEqualTo(new Refused(Reason.WRONG_CODE));
            }
            provider.clock().forward(Duration.ofSeconds(30));
            if (round == 0) {
                assertThat(browser.proveByCode(asked(), currentCode())).isInstanceOf(Proved.class);
            }
        }
        provider.clock().forward(Duration.ofSeconds(30));
        assertThat(browser.proveByCode(asked(), currentCode())).isEqualTo(new Refused(Reason.TOO_MANY_TRIES));
    }

    @Test
    @DisplayName("F15: sixteen guesses in the same instant are five")
    void countsExactlyInARace() throws InterruptedException {
        String interaction = asked();
        List<String> tokens = Stream.generate(() -> browser.view(Page.SECOND_FACTOR, interaction)
                        .orElseThrow()
                        .formToken())
                .limit(16)
                .toList();
        AtomicInteger next = new AtomicInteger();
        List<StepUpOutcome> outcomes =
                Race.run(16, () -> browser.proveByCode(interaction, wrongCode(), tokens.get(next.getAndIncrement())));
        assertThat(outcomes).filteredOn(new Refused(Reason.WRONG_CODE)::equals).hasSize(5);
    }

    @Test
    @DisplayName("F16: a form without its token, with a used one or with one of the login counts for nothing")
    void refusesStaleForms() {
        String interaction = asked();
        String token =
                browser.view(Page.SECOND_FACTOR, interaction).orElseThrow().formToken();
        assertThat(browser.proveByCode(interaction, wrongCode(), token)).isEqualTo(new Refused(Reason.WRONG_CODE));
        for (String stale : List.of("", "x", token)) {
            assertThat(browser.proveByCode(interaction, currentCode(), stale))
                    .isEqualTo(new Refused(Reason.STALE_FORM));
        }
        assertThat(pageNow(interaction)).isEqualTo(Page.SECOND_FACTOR);
    }

    private String asked() {
        return asked(browser);
    }

    /** Logs in with the password anew, so that the second factor is what is missing. */
    private String asked(SampleBrowser person) {
        provider.clock().forward(Duration.ofMillis(1));
        String interaction = interactionOf(person.start(validRequest().with("prompt", "login")));
        person.logIn(interaction, "alice", PASSWORD);
        return interaction;
    }

    private Page pageNow(String interaction) {
        return ((Ask) browser.resume(interaction)).page();
    }

    private String currentCode() {
        return app.codeAt(provider.clock().instant());
    }

    private String wrongCode() {
        return app.wrongCodeAt(provider.clock().instant());
    }
}
