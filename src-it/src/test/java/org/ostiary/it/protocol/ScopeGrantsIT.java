package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** A person allows some of what an application asks for, and that is all it gets (S35; RFC 6749, section 3.3). */
@OnEveryServer
class ScopeGrantsIT {
    private static final TestAccount PERSON = TestAccounts.ALICE;

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    ScopeGrantsIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.SCOPE_GRANTS);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName(
            "S35: what is unticked is in no token answer, not at userinfo, and in no refresh; the next login asks nothing")
    void leavesOutWhatIsUnticked() {
        AuthorizationRequest request =
                asking("openid profile email offline_access").with("prompt", "consent");
        Tokens tokens = redeem(request, journey.allowWithout(consent(request), "email", "offline_access"));
        assertThat(tokens.member("scope")).isEqualTo("openid profile");
        assertThat(userinfo(tokens)).containsKey("preferred_username").doesNotContainKey("email");
        String refreshToken = tokens.member("refresh_token");
        Answer more =
                application.refresh(refreshToken).with("scope", "openid email").send();
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.error()).isEqualTo("invalid_scope");
        Tokens refreshed = application.refresh(refreshToken).tokens();
        assertThat(refreshed.member("scope")).isEqualTo("openid profile");
        assertThat(userinfo(refreshed)).doesNotContainKey("email");

        AuthorizationRequest again = asking("openid profile email offline_access");
        assertThat(redeem(again, journey.open(again)).member("scope")).isEqualTo("openid profile");
        AuthorizationRequest silent = again.with("prompt", "none");
        assertThat(redeem(silent, journey.open(silent)).member("scope")).isEqualTo("openid profile");
    }

    @Test
    @DisplayName("S01, G04: more than was decided on is asked: the known is as it was, the new is marked")
    void asksForWhatIsNew() {
        AuthorizationRequest request = asking("openid email").with("prompt", "consent");
        redeem(request, journey.allowWithout(consent(request), "email"));
        AuthorizationRequest more = asking("openid profile email offline_access");
        assertRedirected(
                journey.open(more.with("prompt", "none")), more.with("prompt", "none"), "consent_required", server);
        Answer page = consent(more);
        HtmlForm form = page.form();
        assertThat(form.ticked("allow-email")).isFalse();
        assertThat(form.ticked("allow-offline_access")).isTrue();
        assertThat(page.body()).contains("<li class=\"known\">", "<li class=\"new\">", "Refused before", "New");
    }

    @Test
    @DisplayName("S35: what is required cannot be left out, openid neither; a denial always can be")
    void insistsOnWhatIsRequired() {
        AuthorizationRequest request = asking("openid profile email").with("prompt", "consent");
        Answer page = consent(request);
        assertThat(page.body()).contains("Required", "Always");
        Answer again = journey.allowWithout(page, "profile");
        assertThat(Journey.isConsent(again)).isTrue();
        assertThat(again.hasElement("consent-error")).isTrue();
        assertThat(again.form().ticked("allow-profile"))
                .as("as the person left it")
                .isFalse();
        assertThat(again.form().ticked("allow-email")).isTrue();
        assertRedirected(journey.deny(again), request, "access_denied", server);
    }

    @Test
    @DisplayName(
            "OIDC Core 5.5.1: claims that were asked for by name, essential ones too, are left out without an error")
    void leavesOutClaims() {
        AuthorizationRequest request = asking("openid")
                .with("claims", "{\"userinfo\":{\"email\":{\"essential\":true},\"name\":null}}")
                .with("prompt", "consent");
        Tokens tokens = redeem(request, journey.allowWithout(consent(request), "claim:email"));
        assertThat(userinfo(tokens)).containsKey("name").doesNotContainKey("email");
    }

    @Test
    @DisplayName("S35: a form cannot add what was not asked for")
    void addsNothing() {
        AuthorizationRequest request = asking("openid profile").with("prompt", "consent");
        HtmlForm form = consent(request).form();
        Answer away = journey.follow(journey.browser()
                .post(form.action(), form.press("consent-allow").with("allow-email", "yes")));
        assertThat(redeem(request, away).member("scope")).isEqualTo("openid profile");
    }

    private AuthorizationRequest asking(String scope) {
        return application.validRequest().with("scope", scope);
    }

    private Answer consent(AuthorizationRequest request) {
        Answer page = journey.open(request);
        if (Journey.isLogin(page)) {
            page = journey.logIn(page, PERSON.username(), PERSON.password());
        }
        assertThat(Journey.isConsent(page)).as("%s", page).isTrue();
        return page;
    }

    private Tokens redeem(AuthorizationRequest request, Answer away) {
        return application.redemption(request, journey.arrived(away).code()).tokens();
    }

    private Map<String, Object> userinfo(Tokens tokens) {
        return application.userinfo(tokens.accessToken()).json();
    }
}
