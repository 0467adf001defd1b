package org.ostiary.ejb.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

/** What a client that demands two factors gets, and that a person is asked for the missing one only. */
class StepUpTest {

    private static final SampleRequest STRONG = validRequest().with("client_id", "strong");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleAuthenticator app;

    StepUpTest() {
        provider.configure(
                confidentialClient(), confidentialClient().called("strong").withSecondFactor());
        provider.addAccount("alice");
        SampleBrowser first = new SampleBrowser(provider);
        String interaction = interactionOf(first.start(STRONG));
        first.logIn(interaction, "alice", PASSWORD);
        app = first.enrol(interaction);
        provider.clock().forward(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("S06, F18: a session with one factor is asked for the second, never again for the first")
    void asksForTheMissingFactorOnly() {
        browser.codeFor(validRequest(), "alice");
        String before = browser.sessionCookie();
        Instant login = provider.clock().instant();
        provider.clock().forward(Duration.ofMinutes(5));

        AuthorizeOutcome outcome = browser.start(STRONG);
        assertThat(pageOf(outcome)).isEqualTo(Page.SECOND_FACTOR);
        browser.proveByCode(interactionOf(outcome), currentCode());
        assertThat(pageOf(browser.resume(interactionOf(outcome)))).isEqualTo(Page.CONSENT);

        assertThat(browser.sessionCookie()).as("F01: a new handle").isNotEqualTo(before);
        SampleBrowser thief = new SampleBrowser(provider);
        thief.setSessionCookie(before);
        assertThat(pageOf(thief.start(validRequest()))).as("F01: the old one").isEqualTo(Page.LOGIN);
        assertThat(amr()).containsExactly("pwd otp mfa");
        assertThat(authTime()).as("F19: no login").isEqualTo(login);
        assertThat(provider.audited("second_factor_proved")).isEqualTo(2);
    }

    @Test
    @DisplayName("F18: with prompt=none and one factor the client is told login_required, and no page is shown")
    void showsNoPageWithPromptNone() {
        browser.codeFor(validRequest(), "alice");
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(STRONG.with("prompt", "none")))
                .satisfies(told -> assertThat(told.response().parameters()).containsEntry("error", "login_required"));
    }

    @Test
    @DisplayName("A session with two factors is asked for nothing more, at either client")
    void asksNobodyTwice() {
        stepUp();
        assertThat(codeOf(browser.start(STRONG))).isNotEmpty();
        assertThat(pageOf(browser.start(validRequest()))).isEqualTo(Page.CONSENT);
    }

    @Test
    @DisplayName("F19: logging in again with a password only leaves one factor, and the next step-up asks again")
    void forgetsTheSecondFactorWithANewLogin() {
        stepUp();
        provider.clock().forward(Duration.ofMinutes(1));
        AuthorizeOutcome outcome = browser.start(validRequest().with("prompt", "login"));
        browser.logIn(interactionOf(outcome), "alice", PASSWORD);
        assertThat(amr()).containsExactly("pwd");
        assertThat(pageOf(browser.start(STRONG))).isEqualTo(Page.SECOND_FACTOR);
    }

    @Test
    @DisplayName("F16, F19: prompt=login and max_age=0 ask for the password first, whatever code is sent before it")
    void takesNoCodeInsteadOfThePassword() {
        for (String[] demand : List.of(new String[] {"prompt", "login"}, new String[] {"max_age", "0"})) {
            SampleBrowser person = new SampleBrowser(provider);
            person.codeFor(validRequest(), "alice");
            String token = person.view(Page.SECOND_FACTOR, interactionOf(person.start(STRONG)))
                    .orElseThrow()
                    .formToken();
            provider.clock().forward(Duration.ofMinutes(1));
            String interaction = interactionOf(person.start(STRONG.with(demand[0], demand[1])));
            assertThat(person.view(Page.SECOND_FACTOR, interaction)).isEmpty();
            assertThat(person.proveByCode(interaction, currentCode(), token))
                    .isEqualTo(new StepUpOutcome.Refused(StepUpOutcome.Reason.NOT_ASKED));
            assertThat(pageOf(person.resume(interaction))).isEqualTo(Page.LOGIN);
        }
    }

    @Test
    @DisplayName("F19: a code proved for another request is no login: it answers neither prompt=login nor max_age")
    void isNoLogin() {
        for (String[] demand : List.of(new String[] {"prompt", "login"}, new String[] {"max_age", "60"})) {
            SampleBrowser person = new SampleBrowser(provider);
            person.codeFor(validRequest(), "alice");
            provider.clock().forward(Duration.ofMinutes(2));
            String waiting = interactionOf(person.start(validRequest().with(demand[0], demand[1])));
            provider.clock().forward(Duration.ofSeconds(1));
            String other = interactionOf(person.start(STRONG));
            assertThat(person.proveByCode(other, currentCode())).isInstanceOf(StepUpOutcome.Proved.class);
            assertThat(pageOf(person.resume(waiting))).as(demand[0]).isEqualTo(Page.LOGIN);
        }
    }

    @Test
    @DisplayName(
            "F19: a login that was asked for, and the factor after it, answer prompt=login with one auth_time: the login's")
    void tellsWhenTheLoginWas() {
        stepUp();
        provider.clock().forward(Duration.ofMinutes(1));
        String interaction = interactionOf(browser.start(STRONG.with("prompt", "login")));
        Instant login = provider.clock().instant();
        browser.logIn(interaction, "alice", PASSWORD);
        provider.clock().forward(Duration.ofMinutes(1));
        browser.proveByCode(interaction, currentCode());
        codeOf(browser.resume(interaction));
        assertThat(provider.database()
                        .texts("select auth_time || ' ' || amr from oauth_grant order by created_at desc limit 1"))
                .containsExactly(login.toEpochMilli() + " pwd otp mfa");
    }

    @Test
    @DisplayName("OIDC Core 5.5.1.1: an essential acr of two factors is met, at any client, and told in acr")
    void meetsAnEssentialAcr() {
        browser.codeFor(validRequest(), "alice");
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:ostiary:acr:two-factor\"]}}}";
        AuthorizeOutcome outcome = browser.start(validRequest().with("claims", claims));
        assertThat(pageOf(outcome)).isEqualTo(Page.SECOND_FACTOR);
        String either = claims.replace("[", "[\"urn:ostiary:acr:one-factor\",");
        assertThat(codeOf(browser.start(validRequest().with("claims", either)))).isNotEmpty();
    }

    @Test
    @DisplayName(
            "OIDC Core 5.5.1.1: where one factor is essential, acr tells that one was proved, also to who proved two")
    void tellsTheEssentialAcr() {
        stepUp();
        String claims = "{\"id_token\":{\"acr\":{\"essential\":%s,\"value\":\"urn:ostiary:acr:one-factor\"}}}";
        browser.codeFor(validRequest(), "alice");
        assertThat(acr(validRequest().with("claims", claims.formatted(true)))).isEqualTo("urn:ostiary:acr:one-factor");
        assertThat(acr(validRequest().with("claims", claims.formatted(false)))).isEqualTo("urn:ostiary:acr:two-factor");
    }

    private String acr(SampleRequest request) {
        String idToken = String.valueOf(new SampleTokens(provider)
                .exchange(validTokenRequest(codeOf(browser.start(request))))
                .idToken());
        return Jwt.claims(idToken).getString("acr");
    }

    @Test
    @DisplayName("A code of the session before is nobody else's: the form is bound to the account")
    void bindsTheFormToTheAccount() {
        provider.addAccount("bob");
        browser.codeFor(validRequest(), "alice");
        String interaction = interactionOf(browser.start(STRONG));
        String token =
                browser.view(Page.SECOND_FACTOR, interaction).orElseThrow().formToken();
        provider.clock().forward(Duration.ofSeconds(1));
        AuthorizeOutcome other = browser.start(validRequest().with("prompt", "login"));
        browser.logIn(interactionOf(other), "bob", PASSWORD);
        assertThat(browser.proveByCode(interaction, currentCode(), token)).isNotInstanceOf(StepUpOutcome.Proved.class);
        assertThat(amr()).doesNotContain("pwd otp mfa");
    }

    private void stepUp() {
        browser.codeFor(validRequest().without("scope").with("scope", "openid"), "alice");
        String interaction = interactionOf(browser.start(STRONG));
        browser.proveByCode(interaction, currentCode());
        browser.decide(interaction, true);
        codeOf(browser.resume(interaction));
        provider.database().execute("delete from consent where client_id = 'app'");
    }

    private String currentCode() {
        return app.codeAt(provider.clock().instant());
    }

    private Set<String> amr() {
        return Set.copyOf(provider.database()
                .texts("select amr from login_session where ended_at is null and created_at >"
                        + " (select min(created_at) from login_session)"));
    }

    private Instant authTime() {
        return Instant.ofEpochMilli(Long.parseLong(provider.database()
                .texts("select max(auth_time) from login_session")
                .get(0)));
    }

    private static Page pageOf(AuthorizeOutcome outcome) {
        return ((Ask) outcome).page();
    }
}
