package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.RequestObjects;

/** What may not be pushed, and who may not do without (RFC 9126, sections 2 and 6). */
class PushedRequestRefusalsTest {

    private static final RequestObjects PUSHES = new RequestObjects(true, false, null, Set.of());

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    PushedRequestRefusalsTest() {
        provider.configure(publicClient());
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @DisplayName("RFC 9126 2.1, 2.3: every rule is kept when the request is pushed, those of the redirect URI too")
    @CsvSource({
        "redirect_uri,https://evil.test/cb,invalid_request",
        "redirect_uri,'',invalid_request",
        "response_mode,fragment,invalid_request",
        "response_type,token,unsupported_response_type",
        "response_type,id_token,unauthorized_client",
        "scope,phone,invalid_scope",
        "prompt,none login,invalid_request",
        "code_challenge,'',invalid_request",
        "claims,{,invalid_request",
        "max_age,-1,invalid_request",
        "request,eyJ,invalid_request_object"
    })
    void refusesWhatTheAuthorizationEndpointRefuses(String name, String value, String error) {
        assertThat(refusal(validRequest().with(name, value), null).code().code())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @DisplayName("E02, RFC 9126 2.1: a reference is not pushed")
    @ValueSource(strings = {"urn:ietf:params:oauth:request_uri:x", "https://rp.test/object", "x"})
    void refusesAReference(String requestUri) {
        OAuthException refusal = refusal(validRequest().with("request_uri", requestUri), null);
        assertThat(refusal.rule().id()).isEqualTo("no-reference-pushed");
    }

    @Test
    @DisplayName("E01, RFC 9126 2: a client authenticates first, before anything is said about its request")
    void refusesWhoIsNotTheClient() {
        provider.configure(confidentialClient());
        SampleRequest wrong = validRequest().with("redirect_uri", "https://evil.test/cb");
        assertThat(refusal(wrong, null).code().code()).isEqualTo("invalid_client");
        assertThat(refusal(wrong.with("client_secret", "guessed"), null).code().code())
                .isEqualTo("invalid_client");
        assertThat(refusal(wrong, "Basic YXBwOmd1ZXNzZWQ=").code().code()).isEqualTo("invalid_client");
        assertThat(refusal(wrong.with("client_id", "nobody"), null).code().code())
                .isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("E02, RFC 9126 6: a client that must push is told so at a redirect URI of its own only")
    void refusesAPlainRequest() {
        provider.configure(publicClient().with(PUSHES));
        toldToPush(browser);
        OAuthException shown = catchThrowableOfType(
                OAuthException.class, () -> browser.start(validRequest().with("redirect_uri", "https://evil.test/cb")));
        assertThat(shown.rule().id()).isEqualTo("redirect-uri-registered");
    }

    @Test
    @DisplayName("E02, RFC 9126 5: the operator may demand it of everybody")
    void refusesAPlainRequestOfEverybody() {
        RunningProvider strict = new RunningProvider(
                new TestDatabase(),
                SampleConfig.production().withPushedRequestsRequired().build());
        strict.configure(publicClient());
        toldToPush(new SampleBrowser(strict));
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName(
            "A name or an object that is refused at the authorization endpoint is noted with the client that used it")
    @CsvSource({"request_uri,urn:ietf:params:oauth:request_uri:x", "request_uri,https://rp.test/object", "request,eyJ"})
    void namesTheClient(String name, String value) {
        OAuthException refusal = catchThrowableOfType(
                OAuthException.class, () -> browser.start(validRequest().with(name, value)));
        assertThat(refusal.clientId()).isEqualTo(publicClient().registered().clientId());
    }

    private static void toldToPush(SampleBrowser from) {
        RedirectedError told = catchThrowableOfType(RedirectedError.class, () -> from.start(validRequest()));
        assertThat(told.refusal().rule().id()).isEqualTo("request-pushed");
        assertThat(told.response().parameters()).containsEntry("error", "invalid_request");
    }

    private OAuthException refusal(SampleRequest request, @Nullable String authorization) {
        OAuthException refusal = catchThrowableOfType(
                OAuthException.class,
                () -> provider.service(PushedAuthorizationService.class)
                        .push(request.parameters(), authorization, FACTS));
        assertThat(provider.database().count("pushed_request")).isZero();
        return refusal;
    }
}
