package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.nativeClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.consent.AskedItem.Known;
import org.ostiary.ejb.consent.ConsentForm;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.SubjectType;

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
        assertThat(view.items())
                .extracting(AskedItem::item, AskedItem::known)
                .containsExactly(
                        tuple("openid", Known.GRANTED), tuple("profile", Known.GRANTED), tuple("email", Known.NEW));
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

    @Test
    @DisplayName("S35: a remembered no does not ask again, and with prompt=none what is left is granted")
    void remembersADenial() {
        SampleRequest request = validRequest().with("scope", "openid profile email");
        browser.codeForOnly(request, "alice", "profile");
        answered(request);
        answered(request.with("prompt", "none"));
        assertThat(provider.database().texts("select scopes from oauth_grant")).containsOnly("openid profile");
        refused(request.with("scope", "openid email groups").with("prompt", "none"));
    }

    @Test
    @DisplayName("S35: the page shows what was refused before, and a new decision takes its place")
    void asksAgainAboutADenial() {
        SampleRequest request = validRequest().with("scope", "openid profile email");
        browser.codeForOnly(request, "alice", "profile");
        SampleRequest again = request.with("prompt", "consent");
        asked(again);
        InteractionView view =
                browser.view(Page.CONSENT, interactionOf(browser.start(again))).orElseThrow();
        assertThat(view.items()).extracting(AskedItem::item, AskedItem::known).contains(tuple("email", Known.DENIED));
        browser.codeFor(again, "alice");
        browser.codeFor(request, "alice");
        assertThat(provider.database().texts("select scopes from oauth_grant")).contains("openid profile email");
    }

    @Test
    @DisplayName("S35: without openid a request of which all is refused asks again")
    void asksWhereNothingIsLeft() {
        browser.codeForOnly(validRequest().with("scope", "openid email"), "alice");
        asked(validRequest().with("scope", "email"));
        refused(validRequest().with("scope", "email").with("prompt", "none"));
    }

    @Test
    @DisplayName("OIDC Core 11: offline access is asked for every time, unless it was refused")
    void asksForOfflineAccess() {
        provider.configure(confidentialClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token"));
        SampleRequest request = validRequest().with("scope", "openid profile offline_access");
        browser.codeFor(request, "alice");
        asked(request);
        refused(request.with("prompt", "none"));
        browser.codeForOnly(request, "alice", "profile");
        answered(request.with("prompt", "none"));
        assertThat(provider.database().count("oauth_grant where offline = true"))
                .isOne();
    }

    @Test
    @DisplayName("G07: another name, redirect URI or sector of the client asks again")
    void asksAfterAChange() {
        SampleRequest request = validRequest().with("scope", "openid email");
        browser.codeForOnly(request, "alice");
        for (SampleClient changed : List.of(
                confidentialClient().named("Another application"),
                confidentialClient().withRedirectUris(SampleClient.REDIRECT_URI, "https://app.example.org/new"),
                confidentialClient()
                        .with(new ClientSubject(SubjectType.PAIRWISE, "https://rp.test/sector", "rp.test")))) {
            provider.configure(changed);
            asked(request);
            refused(request.with("prompt", "none"));
        }
        provider.configure(confidentialClient().withRequiredScopes("openid"));
        answered(request);
    }

    @Test
    @DisplayName("pre-configured: remembered only where the person wants it")
    void remembersWherePreConfiguredAndWanted() {
        provider.configure(confidentialClient().withConsent(ConsentMode.PRE_CONFIGURED));
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        InteractionView view = browser.view(Page.CONSENT, interaction).orElseThrow();
        assertThat(view.rememberFor()).isEqualTo(Duration.ofDays(7));
        browser.decide(interaction, new ConsentForm(true, Set.of("profile"), false, view.formToken()));
        assertThat(SampleBrowser.codeOf(browser.resume(interaction))).isNotEmpty();
        asked(validRequest());
        assertThat(provider.database().count("consent")).isZero();
    }

    @Test
    @DisplayName("implicit: a no is remembered all the same, until a yes takes it back")
    void remembersADenialWhereImplicit() {
        provider.configure(confidentialClient().withConsent(ConsentMode.IMPLICIT));
        SampleRequest request = validRequest().with("scope", "openid email");
        SampleRequest prompted = request.with("prompt", "consent");
        browser.codeForOnly(prompted, "alice");
        provider.clock().forward(Duration.ofDays(400));
        provider.configure(
                confidentialClient().withConsent(ConsentMode.IMPLICIT).named("Another application"));
        browser.codeFor(request, "alice");
        assertThat(provider.database().texts("select scopes from oauth_grant")).containsOnly("openid");
        browser.codeFor(prompted, "alice");
        assertThat(provider.database().count("consent")).isZero();
        browser.codeFor(request, "alice");
        assertThat(provider.database().count("oauth_grant where scopes = 'openid email'"))
                .isEqualTo(2);
    }

    private void refused(SampleRequest silent) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(silent))
                .satisfies(error -> assertThat(error.refusal().code()).isEqualTo(OAuthErrorCode.CONSENT_REQUIRED));
    }

    private void asked(SampleRequest request) {
        assertThat(browser.start(request))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.CONSENT));
    }

    private void answered(SampleRequest request) {
        assertThat(browser.start(request)).isInstanceOf(Respond.class);
    }
}
