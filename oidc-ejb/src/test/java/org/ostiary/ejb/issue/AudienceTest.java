package org.ostiary.ejb.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.token.TokenResponse;

class AudienceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    AudienceTest() {
        provider.addAccount("alice");
        provider.configure(client(AudienceMode.EXPLICIT));
    }

    private static SampleClient client(AudienceMode mode) {
        return confidentialClient()
                .withGrantTypes("authorization_code", "refresh_token")
                .with(new ClientAudience(Set.of("https://a.test", "named"), mode))
                .with(new SignedAnswers(JwsAlgorithm.RS256, JwsAlgorithm.RS256, null, null, JwsAlgorithm.ES256));
    }

    @Test
    @DisplayName("S13, RFC 8707 2: the access token is for whom it was asked for, the ID token for the client alone")
    void namesTheResource() {
        TokenResponse response = redeem(validRequest().with("resource", "https://a.test"));
        assertThat(audience(response)).isEqualTo("\"https://a.test\"");
        assertThat(Jwt.claims(Objects.requireNonNull(response.idToken())).getString("aud"))
                .isEqualTo("app");
        assertThat(tokens.works(response.accessToken())).as("at userinfo").isFalse();
    }

    @Test
    @DisplayName("S13: the audience parameter of Authelia's clients counts too, and the person is told")
    void namesAudiences() {
        SampleRequest request = validRequest().with("audience", "named").with("resource", "https://a.test");
        Ask ask = (Ask) browser.start(request);
        browser.logIn(ask.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(browser.view(Page.CONSENT, ask.interaction()).orElseThrow().items())
                .extracting(AskedItem::item)
                .contains("aud:named", "aud:https://a.test");
        assertThat(audience(redeem(request))).contains("named", "https://a.test");
    }

    @Test
    @DisplayName("S01: a yes to scopes is no yes to another resource server")
    void asksForEachResource() {
        redeem(validRequest());
        assertThat(browser.start(validRequest().with("resource", "https://a.test")))
                .isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName(
            "RFC 8707 2.2: code redemption and refresh narrow, the next refresh has it all again, none goes beyond")
    void narrows() {
        SampleRequest request = validRequest().with("audience", "named").with("resource", "https://a.test");
        String code = browser.codeFor(request, "alice");
        assertThat(tokens.outcome(validTokenRequest(code).with("resource", "https://b.test")))
                .isEqualTo("invalid_target");
        TokenResponse first = tokens.exchange(validTokenRequest(code).with("resource", "https://a.test"));
        assertThat(audience(first)).isEqualTo("\"https://a.test\"");
        TokenResponse all = tokens.exchange(SampleTokens.refreshRequest(Objects.requireNonNull(first.refreshToken())));
        assertThat(audience(all)).contains("named", "https://a.test");
        assertThat(tokens.outcome(SampleTokens.refreshRequest(Objects.requireNonNull(all.refreshToken()))
                        .with("resource", "https://b.test")))
                .isEqualTo("invalid_target");
    }

    @Test
    @DisplayName("S13: implicit grants all to a request that names none")
    void impliesAll() {
        provider.configure(client(AudienceMode.IMPLICIT));
        assertThat(audience(redeem(validRequest()))).contains("named", "https://a.test");
        provider.configure(client(AudienceMode.EXPLICIT));
        assertThat(audience(redeem(validRequest()))).isEqualTo("\"https://id.example.org\"");
    }

    @Test
    @DisplayName(
            "C20, RFC 8707 2: unknown and malformed resources are invalid_target, unknown audiences invalid_request")
    void refusesOthers() {
        for (String resource : new String[] {"https://b.test", "relative", "https://a.test#f", "named"}) {
            refused(validRequest().with("resource", resource), OAuthErrorCode.INVALID_TARGET);
        }
        refused(validRequest().with("audience", "other"), OAuthErrorCode.INVALID_REQUEST);
    }

    private void refused(SampleRequest request, OAuthErrorCode code) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(request))
                .satisfies(error -> assertThat(error.refusal().code()).isEqualTo(code));
    }

    private TokenResponse redeem(SampleRequest request) {
        return tokens.exchange(validTokenRequest(browser.codeFor(request, "alice")));
    }

    private static String audience(TokenResponse response) {
        return String.valueOf(Jwt.claims(response.accessToken()).get("aud"));
    }
}
