package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.nativeClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.ConsentMode;

class RememberedConsentTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    RememberedConsentTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.4: what was granted, or less, is not asked again")
    @ValueSource(strings = {"openid profile", "profile openid", "openid", "profile", "openid unknown"})
    void remembersWhatWasGranted(String scope) {
        browser.codeFor(validRequest(), "alice");
        answered(validRequest().with("scope", scope));
    }

    @Test
    @DisplayName("G04: more than was granted is asked, and the page tells what is new")
    void asksForMore() {
        browser.codeFor(validRequest(), "alice");
        SampleRequest more = validRequest().with("scope", "openid profile email");
        asked(more);
        InteractionView view =
                browser.view(Page.CONSENT, interactionOf(browser.start(more))).orElseThrow();
        assertThat(view.scopes())
                .containsExactly(
                        new ScopeView("openid", true), new ScopeView("profile", true), new ScopeView("email", false));
    }

    @Test
    @DisplayName("Granted scopes add up over several decisions")
    void addsUp() {
        browser.codeFor(validRequest().with("scope", "openid email"), "alice");
        browser.codeFor(validRequest().with("scope", "openid groups"), "alice");
        answered(validRequest().with("scope", "email groups"));
    }

    @Test
    @DisplayName("A remembered decision ends after its time, and a new one renews it")
    void forgetsInTime() {
        provider.configure(confidentialClient().withConsentRememberedFor(Duration.ofMinutes(30)));
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofMinutes(30).minusMillis(1));
        answered(validRequest());
        provider.clock().forward(Duration.ofMillis(1));
        asked(validRequest());
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofMinutes(29));
        answered(validRequest());
    }

    @Test
    @DisplayName("G06: a decision for one client says nothing about another, nor one person's about another's")
    void remembersForOneClientAndPerson() {
        provider.configure(confidentialClient(), confidentialClient().called("other"));
        browser.codeFor(validRequest(), "alice");
        asked(validRequest().with("client_id", "other"));
        SampleBrowser bobs = new SampleBrowser(provider);
        String interaction = interactionOf(bobs.start(validRequest()));
        bobs.logIn(interaction, "bob", PASSWORD);
        assertThat(bobs.resume(interaction)).isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName("explicit: asked every time, nothing is remembered")
    void asksEveryTimeWhereExplicit() {
        provider.configure(confidentialClient().withConsent(ConsentMode.EXPLICIT));
        browser.codeFor(validRequest(), "alice");
        asked(validRequest());
        assertThat(provider.database().count("consent")).isZero();
    }

    @Test
    @DisplayName("implicit: not asked, unless the client wants it")
    void neverAsksWhereImplicit() {
        provider.configure(confidentialClient().withConsent(ConsentMode.IMPLICIT));
        browser.codeFor(validRequest(), "alice");
        assertThat(provider.audited("consent_given")).isZero();
        asked(validRequest().with("prompt", "consent"));
    }

    @Test
    @DisplayName("pre-configured: remembered like auto")
    void remembersWherePreConfigured() {
        provider.configure(confidentialClient().withConsent(ConsentMode.PRE_CONFIGURED));
        browser.codeFor(validRequest(), "alice");
        answered(validRequest());
    }

    @Test
    @DisplayName("RFC 8252 8.6: a public client that anyone on the device can pose as is asked for every time")
    void asksEveryTimeForAClientOthersCanPoseAs() {
        for (String uri : new String[] {"http://127.0.0.1/cb", "com.example.app:/cb"}) {
            provider.configure(nativeClient().withRedirectUris(uri));
            browser.codeFor(validRequest().with("redirect_uri", uri), "alice");
            asked(validRequest().with("redirect_uri", uri));
        }
    }

    @Test
    void remembersForAPublicClientOnHttps() {
        provider.configure(publicClient());
        browser.codeFor(validRequest(), "alice");
        answered(validRequest());
    }

    @Test
    @DisplayName("A client's new mode counts at once")
    void followsTheClientsMode() {
        browser.codeFor(validRequest(), "alice");
        provider.configure(SampleClient.confidentialClient().withConsent(ConsentMode.EXPLICIT));
        asked(validRequest());
    }

    private void asked(SampleRequest request) {
        assertThat(browser.start(request))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.CONSENT));
    }

    private void answered(SampleRequest request) {
        assertThat(browser.start(request)).isInstanceOf(Respond.class);
    }
}
