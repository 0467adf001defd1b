package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;

/** Shown before client and redirect URI are certain, redirected afterwards (RFC 6749, section 4.1.2.1). */
class AuthorizeRefusalsTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    @Test
    @DisplayName("RFC 6749 4.1.2.1: without a client that is known nothing is redirected")
    void showsAnUnknownClient() {
        shown(validRequest().without("client_id"), "parameter-present");
        shown(validRequest().with("client_id", "nobody"), "client-known");
        shown(validRequest().with("client_id", "APP"), "client-known");
    }

    @Test
    @DisplayName("A client that the configuration no longer names is unknown")
    void showsADisabledClient() {
        provider.configure(confidentialClient().called("other"));
        shown(validRequest(), "client-known");
    }

    @ParameterizedTest
    @DisplayName("A01: an unregistered redirect URI is shown, whatever else is wrong")
    @CsvSource({
        "prompt,none",
        "scope,groups nonsense",
        "response_type,token",
        "code_challenge_method,plain",
        "claims,{",
        "max_age,-1",
        "id_token_hint,expired"
    })
    void showsAnUnregisteredRedirectUri(String name, String value) {
        shown(validRequest().with(name, value).with("redirect_uri", "https://evil.test/cb"), "redirect-uri-registered");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 4.1.2.1: afterwards the client is told, with its state")
    @CsvSource({
        "response_type,token,unsupported_response_type",
        "response_type,'',invalid_request",
        "scope,'',invalid_scope",
        "prompt,none login,invalid_request",
        "max_age,-1,invalid_request",
        "code_challenge,'',invalid_request",
        "claims,{,invalid_request",
        "claims,[],invalid_request",
        "claims,'{\"a\":1,\"a\":2}',invalid_request"
    })
    void redirectsWhatIsWrongAfterwards(String name, String value, String error) {
        SampleRequest request = validRequest().with(name, value);
        redirected(request, error, () -> browser.start(request));
        redirected(request, error, () -> browser.post(request));
    }

    @Test
    @DisplayName("OIDC Core 5.5: a claims parameter in good JSON is ignored")
    void ignoresClaims() {
        assertThat(browser.start(validRequest().with("claims", "{\"userinfo\":{\"email\":null}}")))
                .isNotNull();
    }

    @Test
    @DisplayName("W12: a claims parameter nested too deeply is refused, not read")
    void redirectsDeepClaims() {
        SampleRequest request = validRequest().with("claims", "{\"a\":".repeat(500) + "1" + "}".repeat(500));
        redirected(request, "invalid_request", () -> browser.start(request));
    }

    private void shown(SampleRequest request, String rule) {
        for (Runnable way : new Runnable[] {() -> browser.start(request), () -> browser.post(request)}) {
            assertThatExceptionOfType(OAuthException.class)
                    .isThrownBy(way::run)
                    .satisfies(refusal -> assertThat(refusal.rule().id()).isEqualTo(rule))
                    .satisfies(refusal -> assertThat(refusal.description()).doesNotContain("evil"));
        }
        Prediction predicted = predicted(request);
        assertThat(predicted.toldToClient()).isFalse();
        assertThat(Objects.requireNonNull(predicted.refusal()).rule().id()).isEqualTo(rule);
        assertThat(broken(predicted)).containsExactly(rule);
        nothingWasStored();
    }

    private void redirected(SampleRequest request, String error, Runnable way) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(way::run)
                .satisfies(told -> assertThat(told.response().redirectUri())
                        .isEqualTo(request.values().get("redirect_uri")))
                .satisfies(told -> assertThat(told.response().parameters())
                        .containsEntry("error", error)
                        .containsEntry("state", "a state of the client")
                        .containsEntry("iss", "https://id.example.org")
                        .hasEntrySatisfying(
                                "error_description",
                                text -> assertThat(text)
                                        .contains("request-1")
                                        .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+")))
                .satisfies(told -> assertThat(broken(predicted(request)))
                        .as("S18: as a dry run says")
                        .containsExactly(told.refusal().rule().id()));
        assertThat(predicted(request).toldToClient()).isTrue();
        nothingWasStored();
    }

    private Prediction predicted(SampleRequest request) {
        return provider.service(PredictionService.class)
                .predict(
                        request.parameters().encoded(),
                        new SupposedLogin(null, Set.of(), provider.clock().instant(), "192.0.2.7"));
    }

    private static List<String> broken(Prediction predicted) {
        return predicted.rules().stream()
                .filter(judged -> !judged.kept())
                .map(JudgedRule::rule)
                .toList();
    }

    private void nothingWasStored() {
        assertThat(provider.database().count("interaction")).isZero();
        assertThat(provider.database().count("oauth_grant")).isZero();
    }
}
