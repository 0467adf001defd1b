package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

/** Which page is shown, or which error prompt=none gets: one list, two uses. */
class AuthorizeServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    AuthorizeServiceTest() {
        provider.addAccount("alice");
    }

    @ParameterizedTest(name = "prompt={0}: nobody {1}, no consent {2}, with consent {3}")
    @DisplayName("OIDC Core 3.1.2.1, 3.1.2.3, 3.1.2.4, 3.1.2.6: what a prompt leads to")
    @CsvSource({
        "'',            LOGIN,          CONSENT,          code",
        "none,          login_required, consent_required, code",
        "login,         LOGIN,          LOGIN,            LOGIN",
        "consent,       LOGIN,          CONSENT,          CONSENT",
        "login consent, LOGIN,          LOGIN,            LOGIN"
    })
    void followsThePrompt(String prompt, String nobody, String withoutConsent, String withConsent) {
        SampleRequest request = validRequest().with("prompt", prompt);
        assertThat(outcome(request)).isEqualTo(nobody);
        logIn();
        assertThat(outcome(request)).isEqualTo(withoutConsent);
        consent();
        assertThat(outcome(request)).isEqualTo(withConsent);
    }

    @ParameterizedTest(name = "login 100 s ago, max_age={0}: {1}, with prompt=none {2}")
    @DisplayName("OIDC Core 3.1.2.1: an older login than max_age is not enough")
    @CsvSource({
        "101,   code,  code",
        "100,   LOGIN, login_required",
        "1,     LOGIN, login_required",
        "0,     LOGIN, login_required",
        "99999, code,  code"
    })
    void keepsMaxAge(String maxAge, String expected, String withPromptNone) {
        logIn();
        consent();
        provider.clock().forward(Duration.ofSeconds(100 - 1));
        SampleRequest request = validRequest().with("max_age", maxAge);
        assertThat(outcome(request)).isEqualTo(expected);
        assertThat(outcome(request.with("prompt", "none"))).isEqualTo(withPromptNone);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.1: one login satisfies prompt=login and max_age=0, and no page asks twice")
    @CsvSource({"prompt,login", "max_age,0"})
    void asksOnceForAFreshLogin(String name, String value) {
        logIn();
        consent();
        provider.clock().forward(Duration.ofMinutes(1));
        String interaction = interactionOf(browser.start(validRequest().with(name, value)));
        provider.clock().forward(Duration.ofSeconds(20));
        browser.logIn(interaction, "alice", PASSWORD);
        provider.clock().forward(Duration.ofSeconds(20));
        assertThat(codeOf(browser.resume(interaction))).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: prompt=login is not satisfied by coming back without a login")
    void keepsAskingUntilThereIsALogin() {
        logIn();
        consent();
        String interaction = interactionOf(browser.start(validRequest().with("prompt", "login")));
        assertThat(browser.resume(interaction)).isInstanceOf(Ask.class);
        assertThat(browser.resume(interaction)).isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: prompt=consent asks once within one interaction, and again in the next")
    void asksOnceForAFreshConsent() {
        logIn();
        consent();
        SampleRequest request = validRequest().with("prompt", "consent");
        String interaction = interactionOf(browser.start(request));
        browser.decide(interaction, true);
        assertThat(codeOf(browser.resume(interaction))).startsWith("ost_ac_");
        assertThat(outcome(request)).isEqualTo("CONSENT");
    }

    @Test
    @DisplayName("F27: a session that was not used for too long is none")
    void asksAfterTheIdleTime() {
        logIn();
        consent();
        provider.clock().forward(SampleConfig.SESSION_IDLE);
        assertThat(outcome(validRequest())).isEqualTo("LOGIN");
    }

    @Test
    @DisplayName("F27: using a session keeps it alive, until its absolute end")
    void asksAtTheAbsoluteEnd() {
        logIn();
        consent();
        for (int hour = 1; hour < 12; hour++) {
            provider.clock().forward(Duration.ofHours(1).minusSeconds(1));
            assertThat(outcome(validRequest())).isEqualTo("code");
        }
        provider.clock().set(MovableClock.START.plus(SampleConfig.SESSION_ABSOLUTE));
        assertThat(outcome(validRequest())).isEqualTo("LOGIN");
    }

    @Test
    @DisplayName("F26: a disabled account has no session")
    void asksWhenTheAccountIsDisabled() {
        logIn();
        consent();
        provider.disableAccount("alice");
        assertThat(outcome(validRequest())).isEqualTo("LOGIN");
        assertThat(outcome(validRequest().with("prompt", "none"))).isEqualTo("login_required");
    }

    @ParameterizedTest
    @DisplayName("F02: a made-up session cookie is nobody's and is never adopted")
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void takesNoForeignSessionCookie(String cookie) {
        browser.setSessionCookie(cookie);
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        assertThat(browser.sessionCookie()).isNotEqualTo(cookie);
    }

    @Test
    @DisplayName("RFC 6749 4.1.1: a request by POST is looked at in the GET that follows")
    void takesARequestByPost() {
        logIn();
        consent();
        assertThat(codeOf(browser.resume(interactionOf(browser.post(validRequest())))))
                .startsWith("ost_ac_");
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.6: prompt=none by POST is answered with its error in the GET that follows")
    void answersPromptNoneByPost() {
        String interaction = interactionOf(browser.post(validRequest().with("prompt", "none")));
        Respond respond = (Respond) browser.resume(interaction);
        assertThat(respond.response().parameters())
                .containsEntry("error", "login_required")
                .containsEntry("state", "a state of the client");
    }

    @Test
    @DisplayName("An authorization with session and consent takes at most five statements")
    void takesAtMostFiveStatements() {
        logIn();
        consent();
        int before = provider.database().statements();
        assertThat(outcome(validRequest())).isEqualTo("code");
        assertThat(provider.database().statements() - before).isLessThanOrEqualTo(5);
        provider.clock().forward(Duration.ofMinutes(5));
        before = provider.database().statements();
        assertThat(outcome(validRequest())).isEqualTo("code");
        assertThat(provider.database().statements() - before).isLessThanOrEqualTo(5);
    }

    @Test
    void auditsEachCode() {
        logIn();
        consent();
        assertThat(outcome(validRequest())).isEqualTo("code");
        assertThat(provider.audited("code_issued")).isOne();
    }

    private void logIn() {
        browser.logIn(interactionOf(browser.start(validRequest())), "alice", PASSWORD);
        provider.clock().forward(Duration.ofSeconds(1));
    }

    /** Allows it in an interaction that is left open. */
    private void consent() {
        browser.decide(interactionOf(browser.start(validRequest())), true);
    }

    /** The page, the error or "code". */
    private String outcome(SampleRequest request) {
        try {
            AuthorizeOutcome outcome = browser.start(request);
            return outcome instanceof Ask ask
                    ? ask.page().name()
                    : codeOf(outcome).replaceAll("^ost_ac_.*", "code");
        } catch (RedirectedError error) {
            return error.refusal().code().code();
        }
    }
}
