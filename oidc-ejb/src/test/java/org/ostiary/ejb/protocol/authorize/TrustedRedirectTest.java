package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.nativeClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

class TrustedRedirectTest {

    private static final Issuer ISSUER = Issuer.of("https://id.example.org");

    @ParameterizedTest
    @DisplayName("RFC 9700 2.1: each registered redirect URI is trusted as it was registered")
    @ValueSource(
            strings = {
                "https://rp.test/app/cb",
                "https://rp.test",
                "https://rp.test/cb?tenant=a%2Fb",
                "https://RP.test:443/Cb/",
                "com.example.app:/cb"
            })
    void trustsARegisteredUri(String uri) {
        RegisteredClient client = confidentialClient()
                .withRedirectUris("https://other.test/", uri)
                .registered();
        assertThat(redirect(client, validRequest().with("redirect_uri", uri)).redirectUri())
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @DisplayName("RFC 8252 7.3: a native client's loopback address may have any port")
    @ValueSource(
            strings = {
                "http://127.0.0.1/cb",
                "http://127.0.0.1:1/cb",
                "http://127.0.0.1:49152/cb",
                "http://127.0.0.1:65535/cb",
                "http://[::1]/cb?x=1",
                "http://[::1]:1/cb?x=1",
                "http://[::1]:65535/cb?x=1"
            })
    void trustsAnyPortOfANativeLoopbackAddress(String uri) {
        RegisteredClient client = nativeClient()
                .withRedirectUris("http://127.0.0.1:8000/cb", "http://[::1]/cb?x=1")
                .registered();
        assertThat(redirect(client, validRequest().with("redirect_uri", uri)).redirectUri())
                .isEqualTo(uri);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2, RFC 9207 2: a response has code, state and iss")
    void answersWithCodeStateAndIssuer() {
        AuthorizationResponse response =
                redirect(confidentialClient().registered(), validRequest()).code("ost_ac_x");
        assertThat(response.parameters())
                .containsEntry("code", "ost_ac_x")
                .containsEntry("state", "a state of the client")
                .containsEntry("iss", "https://id.example.org")
                .hasSize(3);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1, RFC 9207 2: an error has state and iss too")
    void tellsErrorsWithStateAndIssuer() {
        OAuthException refusal =
                new OAuthException(OAuthErrorCode.LOGIN_REQUIRED, new Rule("session-present", "x"), "Log in");
        RedirectedError error =
                redirect(confidentialClient().registered(), validRequest()).error(refusal, "Log in (request 1)");
        assertThat(error.response().parameters())
                .containsEntry("error", "login_required")
                .containsEntry("error_description", "Log in (request 1)")
                .containsEntry("state", "a state of the client")
                .containsEntry("iss", "https://id.example.org")
                .hasSize(4);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2: no state comes back where none was sent")
    void inventsNoState() {
        assertThat(redirect(confidentialClient().registered(), validRequest().without("state"))
                        .code("x")
                        .parameters())
                .containsOnlyKeys("code", "iss");
    }

    @Test
    void usesTheQueryUnlessAskedForTheForm() {
        RegisteredClient client = confidentialClient().registered();
        assertThat(redirect(client, validRequest()).code("x").responseMode()).isEqualTo(ResponseMode.QUERY);
        assertThat(redirect(client, validRequest().with("response_mode", "form_post"))
                        .code("x")
                        .responseMode())
                .isEqualTo(ResponseMode.FORM_POST);
    }

    private static TrustedRedirect redirect(RegisteredClient client, SampleRequest request) {
        return TrustedRedirect.of(ISSUER, client, request.parameters());
    }
}
