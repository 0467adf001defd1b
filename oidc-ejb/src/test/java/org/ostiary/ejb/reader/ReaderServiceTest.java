package org.ostiary.ejb.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.logout.SignOutService;
import org.ostiary.ejb.protocol.RequestParameters;

class ReaderServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final ReaderService service = provider.service(ReaderService.class);

    ReaderServiceTest() {
        provider.configure(confidentialClient());
    }

    private static RequestParameters request(String query) {
        return RequestParameters.parse(query);
    }

    @Test
    @DisplayName(
            "OIDC Core 1.0, section 3.1.2.1: every page of an interaction is in the first of the ui_locales that we have")
    void followsTheApplicationThroughTheInteraction() {
        provider.addAccount("alice");
        Ask ask = (Ask) browser.start(validRequest().with("ui_locales", "pt-BR fr-CA de"));

        assertThat(service.language(request("interaction=" + ask.interaction()), browser.visitor()))
                .contains(Language.FRENCH);
        browser.logIn(ask.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(service.language(request("interaction=" + ask.interaction()), browser.visitor()))
                .contains(Language.FRENCH);
    }

    @Test
    void prefersTheApplicationToTheAccount() {
        signIn("de");
        provider.clock().forward(Duration.ofSeconds(1));
        Ask ask = (Ask) browser.start(validRequest().with("ui_locales", "es").with("prompt", "login"));
        Ask silent = (Ask) browser.start(validRequest().with("ui_locales", "pt").with("prompt", "login"));

        assertThat(service.language(request("interaction=" + ask.interaction()), browser.visitor()))
                .contains(Language.SPANISH);
        assertThat(service.language(request("interaction=" + silent.interaction()), browser.visitor()))
                .contains(Language.GERMAN);
        assertThat(service.language(request("ui_locales=ar"), browser.visitor()))
                .contains(Language.ARABIC);
    }

    @Test
    void knowsWhatTheAccountSaysAsLongAsItsSessionLives() {
        signIn("de");
        assertThat(service.language(request(""), browser.visitor())).contains(Language.GERMAN);
        provider.clock().forward(Duration.ofDays(1));
        assertThat(service.language(request(""), browser.visitor())).isEmpty();
    }

    @Test
    @DisplayName("OIDC RP-Initiated Logout 1.0, section 2: ui_locales")
    void followsTheApplicationThroughTheSigningOut() {
        String handle = provider.service(SignOutService.class).begin(request("ui_locales=xx ar-EG"));

        assertThat(service.language(request("sign-out=" + handle), browser.visitor()))
                .contains(Language.ARABIC);
    }

    @Test
    @DisplayName("Who signed out reads on in the language they had, although no session knows it any more")
    void remembersTheLanguageOfWhoSignedOut() {
        signIn("de");
        SignOutService signingOut = provider.service(SignOutService.class);
        String own = signingOut
                .end(null, signingOut.view(null, browser.visitor()).formToken(), Language.GERMAN, browser.visitor())
                .orElseThrow()
                .handle();
        browser.setSessionCookie(null);

        assertThat(service.language(request("sign-out=" + own), browser.visitor()))
                .contains(Language.GERMAN);
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(service.language(request("interaction=made-up&sign-out=made-up"), browser.visitor()))
                .isEmpty();
    }

    private void signIn(String language) {
        provider.addOwnAccount("alice");
        provider.database().execute("update account set language = '" + language + "'");
        browser.codeFor(validRequest(), "alice");
    }
}
