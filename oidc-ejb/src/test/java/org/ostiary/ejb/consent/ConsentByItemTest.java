package org.ostiary.ejb.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.userinfo.UserInfoService;

/** What a person leaves out is left out of everything that the client gets (S35). */
class ConsentByItemTest {

    private static final SampleRequest WITH_EMAIL = validRequest().with("scope", "openid profile email");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    ConsentByItemTest() {
        String alice = provider.addAccount("alice");
        provider.database().execute("update account set email = 'alice@example.org' where id = ?", alice);
    }

    @Test
    @DisplayName("S35, RFC 6749 3.3: a scope that was left out is not in the answer's scope, nor at userinfo")
    void leavesOutAScope() {
        TokenResponse response = redeem(browser.codeForOnly(WITH_EMAIL, "alice", "profile"));
        assertThat(response.scope()).isEqualTo("openid profile");
        assertThat(userInfo(response).keySet()).contains("sub", "name").doesNotContain("email", "email_verified");
        assertThat(provider.database().texts("select denied from oauth_grant")).containsExactly("email");
        assertThat(provider.database().texts("select reason from audit_record where event = 'consent_given'"))
                .containsExactly("openid profile; denied: email");
    }

    @Test
    @DisplayName("S35: openid cannot be left out, and with nothing else the login still works")
    void keepsOpenid() {
        TokenResponse response = redeem(browser.codeForOnly(WITH_EMAIL, "alice"));
        assertThat(response.scope()).isEqualTo("openid");
        assertThat(userInfo(response).keySet()).containsExactly("sub");
        assertThat(SampleBrowser.codeOf(browser.start(WITH_EMAIL.with("prompt", "none"))))
                .isNotEmpty();
    }

    @Test
    @DisplayName("S35: without openid something must be left, else a person denies")
    void refusesNothing() {
        String interaction = asked(validRequest().with("scope", "profile email"));
        assertThat(browser.allowOnly(interaction)).isEqualTo(ConsentOutcome.NOTHING_ALLOWED);
        assertThat(browser.resume(interaction)).isInstanceOf(Ask.class);
        assertThat(provider.database().count("consent")).isZero();
        assertThat(browser.allowOnly(interaction, "email")).isEqualTo(ConsentOutcome.DECIDED);
    }

    @Test
    @DisplayName("S35: what nobody asked for cannot be added by a form")
    void addsNothing() {
        TokenResponse response =
                redeem(browser.codeForOnly(WITH_EMAIL, "alice", "groups", "aud:https://evil.test", "email"));
        assertThat(response.scope()).isEqualTo("openid email");
        assertThat(provider.database().texts("select scope from consent order by scope"))
                .containsExactly("email", "openid", "profile");
    }

    @Test
    @DisplayName("S35: without a required scope nobody goes on, but everybody may deny")
    void keepsRequiredScopes() {
        provider.configure(confidentialClient().withRequiredScopes("email"));
        String interaction = asked(WITH_EMAIL);
        assertThat(browser.allowOnly(interaction, "profile")).isEqualTo(ConsentOutcome.REQUIRED_LEFT_OUT);
        assertThat(provider.audited("consent_given")).isZero();
        assertThat(browser.allowOnly(interaction, "email")).isEqualTo(ConsentOutcome.DECIDED);
        assertThat(browser.decide(asked(WITH_EMAIL.with("prompt", "consent")), false))
                .isEqualTo(ConsentOutcome.DECIDED);
    }

    @Test
    @DisplayName("S35: where optional scopes are listed, the others are required")
    void keepsWhatIsNotOptional() {
        provider.configure(confidentialClient().withOptionalScopes("email"));
        String interaction = asked(WITH_EMAIL);
        assertThat(browser.allowOnly(interaction, "email")).isEqualTo(ConsentOutcome.REQUIRED_LEFT_OUT);
        assertThat(browser.allowOnly(interaction, "profile")).isEqualTo(ConsentOutcome.DECIDED);
    }

    @Test
    @DisplayName("S35: a scope that is required now and was denied before is asked again")
    void asksForWhatBecameRequired() {
        browser.codeForOnly(WITH_EMAIL, "alice", "profile");
        provider.configure(confidentialClient().withRequiredScopes("email"));
        assertThat(browser.start(WITH_EMAIL)).isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName(
            "OIDC Core 5.5.1: claims of a scope that was left out are not released by name either, and that is no error")
    void leavesOutItsClaims() {
        SampleRequest request = WITH_EMAIL.with(
                "claims",
                "{\"userinfo\":{\"email\":{\"essential\":true},\"name\":null},\"id_token\":{\"email\":null}}");
        TokenResponse response = redeem(browser.codeForOnly(request, "alice", "profile"));
        assertThat(userInfo(response).keySet()).contains("name").doesNotContain("email");
        assertThat(idToken(response).keySet()).doesNotContain("email");
    }

    @Test
    @DisplayName("G04, OIDC Core 5.5.1: a single claim has a box of its own, and is left out without an error")
    void leavesOutASingleClaim() {
        SampleRequest request = validRequest()
                .with("scope", "openid")
                .with("claims", "{\"userinfo\":{\"email\":{\"essential\":true},\"name\":null}}");
        TokenResponse response = redeem(browser.codeForOnly(request, "alice", "claim:name"));
        assertThat(userInfo(response).keySet()).containsExactlyInAnyOrder("sub", "name");
        assertThat(provider.database().texts("select scope from consent where not granted"))
                .containsExactly("claim:email");
        assertThat(browser.codeFor(request, "alice")).isNotEmpty();
        assertThat(provider.audited("consent_given")).isOne();
    }

    @Test
    @DisplayName("G04: a claim is no news when a scope that releases it was allowed, and is one when it was denied")
    void knowsClaimsOfAllowedScopes() {
        browser.codeForOnly(WITH_EMAIL, "alice", "profile");
        SampleRequest byName = validRequest().with("scope", "openid");
        assertThat(SampleBrowser.codeOf(browser.start(byName.with("claims", "{\"userinfo\":{\"name\":null}}"))))
                .isNotEmpty();
        assertThat(browser.start(byName.with("claims", "{\"userinfo\":{\"email\":null}}")))
                .isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName("RFC 8707: a resource server that was left out gets no token")
    void leavesOutAnAudience() {
        provider.configure(confidentialClient()
                .with(new ClientAudience(Set.of("https://a.test", "https://b.test"), AudienceMode.EXPLICIT)));
        SampleRequest request = validRequest().with("audience", "https://a.test https://b.test");
        String code = browser.codeForOnly(request, "alice", "profile", "aud:https://b.test");
        assertThat(provider.database().texts("select audience from oauth_grant"))
                .containsExactly("https://b.test");
        assertThat(tokens.outcome(validTokenRequest(code).with("resource", "https://a.test")))
                .isEqualTo("invalid_target");
    }

    @Test
    @DisplayName("OIDC Core 11: without offline_access no refresh token outlives the session")
    void leavesOutOfflineAccess() {
        provider.configure(refreshing());
        SampleRequest request = validRequest().with("scope", "openid profile offline_access");
        TokenResponse response = redeem(browser.codeForOnly(request, "alice", "profile"));
        assertThat(response.scope()).isEqualTo("openid profile");
        String token = Objects.requireNonNull(response.refreshToken());
        String next =
                Objects.requireNonNull(tokens.exchange(refreshRequest(token)).refreshToken());
        provider.database().execute("update login_session set ended_at = 1");
        assertThat(tokens.outcome(refreshRequest(next))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("RFC 6749 6: a refresh gives what was granted, and cannot ask for what was left out")
    void refreshesWhatWasGranted() {
        provider.configure(refreshing());
        TokenResponse response = redeem(browser.codeForOnly(WITH_EMAIL, "alice", "profile"));
        String token = Objects.requireNonNull(response.refreshToken());
        assertThat(tokens.outcome(refreshRequest(token).with("scope", "openid email")))
                .isEqualTo("invalid_scope");
        assertThat(tokens.exchange(refreshRequest(token)).scope()).isEqualTo("openid profile");
    }

    @Test
    @DisplayName("G07: nobody agrees to what the page does not say any more")
    void refusesAFormOfAnotherQuestion() {
        String interaction = asked(WITH_EMAIL);
        String token = browser.view(Page.CONSENT, interaction).orElseThrow().formToken();
        provider.configure(confidentialClient().named("Another application"));
        assertThat(browser.decide(interaction, new ConsentForm(true, Set.of("profile"), true, token)))
                .isEqualTo(ConsentOutcome.STALE_FORM);
        assertThat(provider.database().count("consent")).isZero();
    }

    @Test
    @DisplayName("A decision is remembered with its date, its end and where it was taken")
    void remembersWhereAndWhen() {
        provider.configure(confidentialClient().withConsentRememberedFor(Duration.ofDays(2)));
        browser.codeForOnly(WITH_EMAIL, "alice", "profile");
        long now = provider.clock().instant().toEpochMilli();
        assertThat(provider.database()
                        .texts("select scope || ' ' || granted || ' ' || source || ' ' || (expires_at - decided_at)"
                                + " from consent where decided_at = " + now + " order by scope"))
                .containsExactly(
                        "email FALSE consent-page 172800000",
                        "openid TRUE consent-page 172800000",
                        "profile TRUE consent-page 172800000");
    }

    private static SampleClient refreshing() {
        return confidentialClient()
                .withScopes("openid", "profile", "email", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token");
    }

    private String asked(SampleRequest request) {
        String interaction = interactionOf(browser.start(request));
        if (browser.view(Page.LOGIN, interaction).isPresent()) {
            browser.logIn(interaction, "alice", PASSWORD);
        }
        return interaction;
    }

    private TokenResponse redeem(String code) {
        return tokens.exchange(validTokenRequest(code));
    }

    private JsonObject userInfo(TokenResponse response) {
        return Jwt.json(provider.service(UserInfoService.class)
                .answer(response.accessToken())
                .body());
    }

    private static JsonObject idToken(TokenResponse response) {
        return Jwt.claims(Objects.requireNonNull(response.idToken()));
    }
}
