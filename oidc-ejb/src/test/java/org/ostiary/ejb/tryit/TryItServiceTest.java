package org.ostiary.ejb.tryit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.TryItClient;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.RequestParameters;

@DisplayName("The built-in test application does what an application must do")
class TryItServiceTest {
    private static final String ISSUER = "https://id.example.org";
    private static final String REDIRECT_URI = ISSUER + TryItClient.PATH;

    private final RunningProvider provider = RunningProvider.emptied();
    private final TryItService service = provider.service(TryItService.class);

    @BeforeEach
    void register() {
        provider.addAccount("alice");
        provider.configure(publicClient().called(TryItClient.ID).withRedirectUris(REDIRECT_URI));
    }

    @Test
    @DisplayName("It exists where its client does")
    void isOfferedWithItsClient() {
        assertThat(service.offered()).isTrue();
        provider.configure(publicClient().called("another"));
        assertThat(service.offered()).isFalse();
    }

    @Test
    @DisplayName("OIDC Core 3.1: request, code, tokens, ID token and userinfo of one login, with the tokens cut off")
    void showsALogin() {
        TrialStart start = service.start("openid profile");
        String code = codeFor(start);
        TrialResult result = finish(code, start.trial().state(), start.trial());
        assertThat(result.error()).isNull();
        assertThat(result.claims())
                .containsEntry("iss", ISSUER)
                .containsEntry("aud", TryItClient.ID)
                .containsEntry("nonce", start.trial().nonce())
                .containsEntry("amr", "[\"pwd\"]");
        assertThat(result.header()).containsEntry("alg", "RS256").containsKey("kid");
        assertThat(result.userInfo())
                .containsEntry("preferred_username", "alice")
                .containsEntry("sub", result.claims().get("sub"));
        assertThat(result.response().get("access_token")).hasSize(13).endsWith("…");
        assertThat(result.request()).containsEntry("code", code);
    }

    @Test
    @DisplayName("RFC 6749 10.12, RFC 9207 2.4: an answer of another browser or another issuer is not redeemed")
    void refusesForeignAnswers() {
        TrialStart start = service.start("openid");
        String code = codeFor(start);
        TrialStart other = service.start("openid");
        assertThat(finish(code, start.trial().state(), other.trial()).error()).isEqualTo("state");
        assertThat(finish(code, null, start.trial()).error()).isEqualTo("state");
        assertThat(service.finish(answer(code, start.trial().state(), ISSUER), Optional.empty(), RunningProvider.FACTS)
                        .error())
                .isEqualTo("state");
        assertThat(service.finish(
                                answer(code, start.trial().state(), "https://evil.test"),
                                Optional.of(start.trial()),
                                RunningProvider.FACTS)
                        .error())
                .isEqualTo("issuer");
        assertThat(finish(code, start.trial().state(), start.trial()).error()).isNull();
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: an ID token with another nonce is not taken")
    void refusesAnotherNonce() {
        TrialStart start = service.start("openid");
        String code = codeFor(start);
        Trial kept = start.trial();
        Trial confused = new Trial(kept.state(), service.start("openid").trial().nonce(), kept.verifier());
        assertThat(finish(code, kept.state(), confused).error()).isEqualTo("nonce");
    }

    @Test
    @DisplayName("What the server refuses is shown with its code; what it says at the redirect URI, too")
    void showsRefusals() {
        TrialStart start = service.start("openid");
        String code = codeFor(start);
        finish(code, start.trial().state(), start.trial());
        assertThat(finish(code, start.trial().state(), start.trial()).error()).isEqualTo("invalid_grant");
        TrialAnswer denied = new TrialAnswer(null, start.trial().state(), ISSUER, "access_denied", "No");
        assertThat(service.finish(denied, Optional.of(start.trial()), RunningProvider.FACTS))
                .returns("access_denied", TrialResult::error)
                .returns("No", TrialResult::description);
    }

    @Test
    @DisplayName("What a cookie keeps is read again, and nothing else is")
    void readsWhatWasKept() {
        Trial trial = service.start("openid").trial();
        assertThat(Trial.of(trial.text())).contains(trial);
        assertThat(trial).hasToString("Trial");
        for (String other : new String[] {"", "a.b.c", trial.text() + ".x", trial.state()}) {
            assertThat(Trial.of(other)).as(other).isEmpty();
        }
    }

    private TrialResult finish(String code, @Nullable String state, Trial trial) {
        return service.finish(answer(code, state, ISSUER), Optional.of(trial), RunningProvider.FACTS);
    }

    private static TrialAnswer answer(String code, @Nullable String state, String iss) {
        return new TrialAnswer(code, state, iss, null, null);
    }

    private String codeFor(TrialStart start) {
        RequestParameters sent = RequestParameters.parse(start.address().split("\\?", 2)[1]);
        SampleRequest request = validRequest();
        for (String name : sent.names()) {
            request = request.with(name, sent.require(name));
        }
        return new SampleBrowser(provider).codeFor(request, "alice");
    }
}
