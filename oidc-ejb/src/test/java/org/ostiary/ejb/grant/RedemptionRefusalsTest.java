package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.CHALLENGE;
import static org.ostiary.ejb.fixture.SampleRequest.VERIFIER;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;

class RedemptionRefusalsTest {

    private static final String OTHER_URI = "https://rp.test/other";
    private static final SampleClient CLIENT =
            confidentialClient().withRedirectUris(SampleClient.REDIRECT_URI, OTHER_URI);

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String code;

    RedemptionRefusalsTest() {
        provider.configure(CLIENT, confidentialClient().called("other"));
        provider.addAccount("alice");
        code = browser.codeFor(validRequest(), "alice");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 5.2: an unknown code is invalid_grant")
    @ValueSource(strings = {"x", "ost_ac_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; drop table client; --", "ä"})
    void refusesAnUnknownCode(String unknown) {
        refused(validTokenRequest(unknown), "code-known");
        refused(validTokenRequest(code.toUpperCase(Locale.ROOT)), "code-known");
        stillWorks();
    }

    @Test
    @DisplayName("B05, RFC 6749 4.1.3: another client cannot redeem a code, nor spoil it")
    void refusesAnotherClient() {
        refused(confidentialClient().called("other").registered(), validTokenRequest(code), "code-own-client");
        stillWorks();
    }

    @Test
    @DisplayName("A15, RFC 6749 4.1.3: the redirect URI is the one of the authorization request")
    void refusesAnotherRedirectUri() {
        refused(validTokenRequest(code).without("redirect_uri"), "redirect-uri-same");
        refused(validTokenRequest(code).with("redirect_uri", OTHER_URI), "redirect-uri-same");
        refused(validTokenRequest(code).with("redirect_uri", "https://RP.test/app/cb"), "redirect-uri-same");
        stillWorks();
    }

    @ParameterizedTest
    @DisplayName("B11, B14, RFC 7636 4.6: the verifier is the one of the challenge")
    @ValueSource(
            strings = {
                "",
                "null",
                CHALLENGE,
                VERIFIER + "x",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX "
            })
    void refusesAnotherVerifier(String verifier) {
        refused(validTokenRequest(code).with("code_verifier", verifier), "pkce-verifier-fits");
        stillWorks();
    }

    @Test
    @DisplayName("B12, RFC 9700 4.8.2: a verifier for a code without a challenge is a downgrade")
    void refusesADowngrade() {
        SampleClient optional = confidentialClient().withoutPkce();
        provider.configure(optional);
        String unprotected =
                browser.codeFor(validRequest().without("code_challenge", "code_challenge_method"), "alice");
        refused(optional.registered(), validTokenRequest(unprotected), "pkce-no-downgrade");
    }

    @Test
    @DisplayName("B07: a code is dead when its time is over, whether or not anything tidied it away")
    void refusesAnExpiredCode() {
        provider.clock().forward(SampleConfig.CODE_LIFESPAN);
        refused(validTokenRequest(code), "code-in-time");
    }

    @Test
    @DisplayName("Nothing is issued for a disabled account")
    void refusesADisabledAccount() {
        provider.disableAccount("alice");
        refused(validTokenRequest(code), "issuance-open");
    }

    @Test
    @DisplayName("Nothing is issued once the person logged out")
    void refusesAfterLogout() {
        provider.database().execute("update login_session set ended_at = 1");
        refused(validTokenRequest(code), "issuance-open");
    }

    @Test
    @DisplayName("Nothing is issued under a grant that was revoked")
    void refusesARevokedGrant() {
        provider.database().execute("update oauth_grant set revoked_at = 1, revoke_reason = 'test'");
        refused(validTokenRequest(code), "issuance-open");
    }

    @Test
    @DisplayName("Nothing is issued to a client that was disabled")
    void refusesADisabledClient() {
        provider.configure(confidentialClient().called("other"));
        refused(validTokenRequest(code), "issuance-open");
    }

    @Test
    @DisplayName("Nothing is issued to a client that demands a second factor by now")
    void refusesAClientThatDemandsMore() {
        provider.configure(confidentialClient().withSecondFactor());
        refused(validTokenRequest(code), "issuance-open");
    }

    @Test
    @DisplayName("B01, RFC 6749 4.1.2: a code that was redeemed is a replay, however late")
    void recognisesAReplay() {
        stillWorks();
        replayed(validTokenRequest(code));
        provider.clock().forward(Duration.ofDays(1));
        replayed(validTokenRequest(code));
    }

    @Test
    @DisplayName("B01: who cannot prove to be the client of the code does not cause a revocation")
    void doesNotTakeAStrangersReplayForOne() {
        stillWorks();
        refused(validTokenRequest(code).with("code_verifier", "x".repeat(43)), "pkce-verifier-fits");
        refused(confidentialClient().called("other").registered(), validTokenRequest(code), "code-own-client");
    }

    @Test
    @DisplayName("Nobody learns which codes exist: the unknown, the foreign, the spent and the old look the same")
    void tellsNothingAboutCodes() {
        String unknown = description(confidentialClient().registered(), validTokenRequest("x"));
        String foreign = description(confidentialClient().called("other").registered(), validTokenRequest(code));
        stillWorks();
        String spent = description(CLIENT.registered(), validTokenRequest(code));
        String another = browser.codeFor(validRequest(), "alice");
        provider.clock().forward(SampleConfig.CODE_LIFESPAN);
        String old = description(CLIENT.registered(), validTokenRequest(another));
        assertThat(unknown).isEqualTo(foreign).isEqualTo(spent).isEqualTo(old);
    }

    private void stillWorks() {
        redeem(CLIENT.registered(), validTokenRequest(code));
    }

    private void replayed(SampleRequest request) {
        assertThatExceptionOfType(CodeReplayed.class).isThrownBy(() -> redeem(CLIENT.registered(), request));
    }

    private void refused(SampleRequest request, String rule) {
        refused(CLIENT.registered(), request, rule);
    }

    private void refused(RegisteredClient client, SampleRequest request, String rule) {
        long tokens = provider.database().count("access_token");
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> redeem(client, request))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT))
                .satisfies(refusal -> assertThat(refusal.rule().id()).isEqualTo(rule));
        assertThat(provider.database().count("access_token")).isEqualTo(tokens);
    }

    private String description(RegisteredClient client, SampleRequest request) {
        try {
            redeem(client, request);
            return "redeemed";
        } catch (OAuthException refusal) {
            return refusal.description();
        }
    }

    private void redeem(RegisteredClient client, SampleRequest request) {
        provider.service(RedemptionService.class)
                .redeem(client, (AuthorizationCodeRequest) TokenRequest.parse(client, request.parameters()), FACTS);
    }
}
