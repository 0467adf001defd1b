package org.ostiary.ejb.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.interaction.InteractionOver;

class ConsentServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final ConsentService service = provider.service(ConsentService.class);
    private final String interaction;

    ConsentServiceTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
        interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
    }

    @Test
    @DisplayName("G01: a yes is noted for the account, the client and each scope, and audited")
    void notesAYes() {
        assertThat(browser.decide(interaction, true)).isEqualTo(ConsentOutcome.DECIDED);
        assertThat(provider.database().texts("select scope from consent order by scope"))
                .containsExactly("openid", "profile");
        assertThat(provider.database().texts("select reason from audit_record where event = 'consent_given'"))
                .containsExactly("openid profile");
    }

    @Test
    @DisplayName("G01: a no is remembered nowhere")
    void notesANo() {
        assertThat(browser.decide(interaction, false)).isEqualTo(ConsentOutcome.DECIDED);
        assertThat(provider.database().count("consent")).isZero();
        assertThat(provider.audited("consent_denied")).isOne();
    }

    @Test
    @DisplayName("G02: a form is good for one decision; the second tab cannot turn a no into a yes")
    void takesOneDecisionByForm() {
        String token = token();
        assertThat(service.decide(interaction, form(false, token), browser.visitor()))
                .isEqualTo(ConsentOutcome.DECIDED);
        assertThat(service.decide(interaction, form(true, token), browser.visitor()))
                .isEqualTo(ConsentOutcome.STALE_FORM);
        Respond respond = (Respond) browser.resume(interaction);
        assertThat(respond.response().parameters()).containsEntry("error", "access_denied");
    }

    @ParameterizedTest
    @DisplayName("G02: without the form of this page nothing is decided")
    @ValueSource(strings = {"", "x", "a.99999999999.b"})
    void refusesAMadeUpToken(String token) {
        stale(token, browser);
    }

    @Test
    @DisplayName("G02: a form of another interaction is none")
    void refusesAForeignForm() {
        String other = interactionOf(browser.start(validRequest()));
        stale(browser.view(Page.CONSENT, other).orElseThrow().formToken(), browser);
    }

    @Test
    @DisplayName(
            "F23: a form that was shown to one person decides for nobody else, also when another logged in meanwhile")
    void decidesForThePersonAsked() {
        String token = token();
        provider.clock().forward(Duration.ofSeconds(1));
        browser.logIn(interactionOf(browser.start(validRequest().with("prompt", "login"))), "bob", PASSWORD);
        assertThat(service.decide(interaction, form(true, token), browser.visitor()))
                .isEqualTo(ConsentOutcome.DECIDED);
        assertThat(provider.database()
                        .texts("select distinct a.username from consent c join account a on a.id = c.account_id"))
                .containsExactly("alice");
    }

    @Test
    @DisplayName("F26: nobody decides after logout or with a disabled account")
    void refusesWithoutASession() {
        String token = token();
        provider.disableAccount("alice");
        stale(token, browser);
        browser.setSessionCookie(null);
        stale(token, browser);
    }

    @Test
    @DisplayName("G02: another browser cannot decide, though it holds the form")
    void refusesAnotherBrowser() {
        String token = token();
        SampleBrowser other = new SampleBrowser(provider);
        other.codeFor(validRequest(), "bob");
        assertThatExceptionOfType(InteractionOver.class)
                .isThrownBy(() -> service.decide(interaction, form(true, token), other.visitor()));
    }

    @Test
    @DisplayName("Nothing can be decided after the answer")
    void refusesAfterTheAnswer() {
        String token = token();
        browser.decide(interaction, true);
        codeOf(browser.resume(interaction));
        assertThatExceptionOfType(InteractionOver.class)
                .isThrownBy(() -> service.decide(interaction, form(false, token), browser.visitor()));
    }

    private static ConsentForm form(boolean allow, String token) {
        return new ConsentForm(allow, Set.of("profile"), true, token);
    }

    private String token() {
        return browser.view(Page.CONSENT, interaction).orElseThrow().formToken();
    }

    private void stale(String token, SampleBrowser sender) {
        assertThat(service.decide(interaction, form(true, token), sender.visitor()))
                .isEqualTo(ConsentOutcome.STALE_FORM);
        assertThat(provider.database().count("consent")).isZero();
        assertThat(provider.audited("consent_given")).isZero();
    }
}
