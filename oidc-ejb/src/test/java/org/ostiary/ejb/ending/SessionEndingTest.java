package org.ostiary.ejb.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.account.OwnSessionsService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.RevokeOnLogout;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.rights.ChangedRightsService;
import org.ostiary.ejb.session.SessionService;

class SessionEndingTest {

    private static final String TOLD = "https://rp.test/backchannel";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    SessionEndingTest() {
        provider.addAccount("alice");
        provider.configure(told(RevokeOnLogout.AUTO));
    }

    @Test
    @DisplayName("S27: signing out writes one delivery for each client that was told who the person is, and no other")
    void writesOneDeliveryForEachClient() {
        provider.configure(told(RevokeOnLogout.AUTO), told(RevokeOnLogout.AUTO).called("silent"));
        browser.codeFor(validRequest(), "alice");
        browser.codeFor(validRequest(), "alice");
        signOut();
        assertThat(provider.database().texts("select client_id || ' ' || channel || ' ' || state from logout_delivery"))
                .containsExactly("app BACK WAITING");
        assertThat(provider.database().texts("select sub from logout_delivery"))
                .isEqualTo(provider.database().texts("select sub from subject_identifier"));
    }

    @Test
    @DisplayName("S27: a client without an address is in the ledger as one that was not told")
    void notesWhoCannotBeTold() {
        provider.configure(confidentialClient());
        browser.codeFor(validRequest(), "alice");
        signOut();
        assertThat(provider.database().texts("select channel || ' ' || state from logout_delivery"))
                .containsExactly("NONE NOT_TOLD");
    }

    @Test
    @DisplayName("S27: a client that never asked who the person is is not told when they go")
    void tellsNobodyWhoWasNotToldBefore() {
        browser.codeFor(validRequest().with("scope", "profile"), "alice");
        signOut();
        assertThat(provider.database().count("logout_delivery")).isZero();
    }

    @Test
    @DisplayName("S28, C23: tokens and codes end with the session, offline ones do not")
    void revokesWhatHangsOnTheSession() {
        TokenResponse bound = tokensFor("openid");
        TokenResponse offline = tokensFor("openid offline_access");
        String code = browser.codeFor(validRequest(), "alice");
        signOut();
        assertThat(tokens.works(bound.accessToken())).isFalse();
        assertThat(refresh(bound)).isEqualTo("invalid_grant");
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
        assertThat(refresh(offline)).startsWith("ost_at_");
        assertThat(provider.database().count("oauth_grant where revoke_reason = 'signed out'"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("S28: revoke-on-logout=always ends offline grants too, never keeps the others")
    void doesWhatTheClientIsRegisteredFor() {
        provider.configure(told(RevokeOnLogout.ALWAYS));
        TokenResponse offline = tokensFor("openid offline_access");
        signOut();
        assertThat(refresh(offline)).isEqualTo("invalid_grant");
        provider.configure(told(RevokeOnLogout.NEVER));
        TokenResponse bound = tokensFor("openid");
        signOut();
        assertThat(tokens.works(bound.accessToken())).isTrue();
    }

    @Test
    @DisplayName("S27: a session that is not used, or too old, ends by itself, and clients are told")
    void endsWhatIsOver() {
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(SampleConfig.SESSION_IDLE.minusSeconds(1));
        assertThat(provider.service(SessionExpiryService.class).endOverdue()).isZero();
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(provider.service(SessionExpiryService.class).endOverdue()).isOne();
        assertThat(provider.service(SessionExpiryService.class).endOverdue()).isZero();
        assertThat(provider.database().texts("select end_reason from login_session"))
                .containsExactly("not used");
        assertThat(provider.database().count("logout_delivery")).isOne();
        assertThat(provider.database().texts("select reason from audit_record where event = 'session_expired'"))
                .containsExactly("not used");
    }

    @Test
    @DisplayName("S28: a disabled account loses its sessions and all it granted, and clients are told")
    void endsWhatDisabledAccountsHad() {
        TokenResponse offline = tokensFor("openid offline_access");
        provider.disableAccount("alice");
        provider.service(ChangedRightsService.class)
                .account(provider.database().texts("select id from account").get(0));
        assertThat(provider.database().count("logout_delivery")).isOne();
        provider.database().execute("update account set disabled = false");
        assertThat(refresh(offline)).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("S27: people see which applications know that their sessions ended")
    void showsTheLedger() {
        browser.codeFor(validRequest(), "alice");
        signOut();
        provider.service(DeliveryService.class)
                .take(1, client -> 1)
                .forEach(due -> provider.service(DeliveryService.class).delivered(due, 200, Duration.ofMillis(9)));
        browser.codeFor(validRequest(), "alice");
        signOut();
        browser.codeFor(validRequest(), "alice");
        assertThat(provider.service(OwnSessionsService.class).told(browser.visitor()))
                .extracting(ToldApplication::name, ToldApplication::result)
                .containsExactlyInAnyOrder(
                        tuple("The sample application", ToldApplication.Result.SIGNED_OUT),
                        tuple("The sample application", ToldApplication.Result.WAITING));
    }

    @Test
    @DisplayName("S27: of many who end a session one does, so that clients are told once")
    void endsOnce() throws InterruptedException {
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(SampleConfig.SESSION_ABSOLUTE);
        Race.run(8, () -> provider.service(SessionExpiryService.class).endOverdue());
        assertThat(provider.database().count("logout_delivery")).isOne();
        assertThat(provider.audited("session_expired")).isOne();
    }

    private TokenResponse tokensFor(String scope) {
        return tokens.exchange(validTokenRequest(browser.codeFor(validRequest().with("scope", scope), "alice")));
    }

    private String refresh(TokenResponse response) {
        return tokens.outcome(refreshRequest(Objects.requireNonNull(response.refreshToken())));
    }

    private void signOut() {
        provider.service(SessionService.class).endAll(browser.sessionCookie(), null, FACTS);
        browser.setSessionCookie(null);
    }

    private static SampleClient told(RevokeOnLogout revoke) {
        return confidentialClient()
                .withScopes("openid", "profile", "email", "groups", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token")
                .with(new ClientLogout(Set.of(), TOLD, false, null, false, revoke));
    }
}
