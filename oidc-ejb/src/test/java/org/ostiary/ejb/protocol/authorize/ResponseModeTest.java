package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.RegisteredClient;

class ResponseModeTest {

    private static final RegisteredClient CLIENT = clientOfEachType().registered();

    @ParameterizedTest(name = "{0} in {1} travels in {2}")
    @DisplayName("OAuth 2.0 Multiple Response Types 2.1 and 5, JARM 2.3: the usual mode, and what jwt means")
    @CsvSource({
        "code,,QUERY",
        "id_token,,FRAGMENT",
        "code id_token,,FRAGMENT",
        "id_token code,,FRAGMENT",
        "code,query,QUERY",
        "code,fragment,FRAGMENT",
        "code,form_post,FORM_POST",
        "code,query.jwt,QUERY_JWT",
        "code,jwt,QUERY_JWT",
        "id_token,jwt,FRAGMENT_JWT",
        "code id_token,jwt,FRAGMENT_JWT",
        "code id_token,form_post,FORM_POST",
        "id_token,form_post.jwt,FORM_POST_JWT",
        "id_token,fragment.jwt,FRAGMENT_JWT"
    })
    void choosesTheMode(String type, String asked, ResponseMode mode) {
        SampleRequest request = validRequest().with("response_type", type);
        assertThat(mode(CLIENT, asked == null ? request : request.with("response_mode", asked)))
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @DisplayName("OAuth 2.0 Multiple Response Types 5, JARM 2.3.1: an ID token never travels in a query")
    @CsvSource({"id_token,query", "code id_token,query", "id_token code,query", "id_token,query.jwt"})
    void refusesAnIdTokenInAQuery(String type, String mode) {
        refused(CLIENT, validRequest().with("response_type", type).with("response_mode", mode));
    }

    @ParameterizedTest
    @DisplayName("B17: a mode that the client did not register is refused, whichever it is")
    @EnumSource(mode = Mode.EXCLUDE, names = "QUERY")
    void refusesWhatTheClientDidNotRegister(ResponseMode mode) {
        refused(
                clientOfEachType().withResponseModes("query").registered(),
                validRequest().with("response_mode", mode.value()));
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.6: the usual mode of the type must be registered as well")
    void refusesTheUsualModeWhereItIsNotRegistered() {
        RegisteredClient client =
                clientOfEachType().withResponseModes("query", "form_post").registered();
        refused(client, validRequest().with("response_type", "id_token"));
        refused(clientOfEachType().withResponseModes("form_post").registered(), validRequest());
    }

    @Test
    @DisplayName("B16: the error about a type that the client may not use travels in the query")
    void tellsAboutAnUnregisteredType() {
        RegisteredClient client = confidentialClient().registered();
        assertThat(mode(client, validRequest().with("response_type", "id_token")))
                .isEqualTo(ResponseMode.QUERY);
        assertThat(mode(client, validRequest().with("response_type", "token"))).isEqualTo(ResponseMode.QUERY);
    }

    @Test
    @DisplayName("OAuth 2.0 Multiple Response Types 2.1: a fragment is encoded like a query and comes after it")
    void writesFragments() {
        String uri = "https://rp.test/cb?tenant=a";
        RegisteredClient client = clientOfEachType().withRedirectUris(uri).registered();
        SampleRequest request =
                validRequest().with("redirect_uri", uri).with("state", "a&b #c").with("response_mode", "fragment");
        assertThat(redirect(client, request).answer("c", null, "i").location())
                .isEqualTo(uri + "#code=c&id_token=i&state=a%26b%20%23c&iss=https%3A%2F%2Fid.example.org");
    }

    @Test
    @DisplayName("JARM 2.3: what should be signed does not leave unsigned")
    void keepsBackWhatIsNotSigned() {
        AuthorizationResponse response =
                redirect(CLIENT, validRequest().with("response_mode", "jwt")).code("c");
        assertThatIllegalStateException().isThrownBy(response::location);
        assertThatIllegalStateException().isThrownBy(response::fields);
        assertThat(response.signed("a.b.c").location()).isEqualTo(SampleClient.REDIRECT_URI + "?response=a.b.c");
        assertThat(response.signed("a.b.c").fields()).containsOnlyKeys("response");
    }

    private static ResponseMode mode(RegisteredClient client, SampleRequest request) {
        return redirect(client, request).code("x").responseMode();
    }

    private static void refused(RegisteredClient client, SampleRequest request) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> redirect(client, request))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST))
                .satisfies(refusal -> assertThat(refusal.rule().id()).isEqualTo("response-mode-registered"));
    }

    private static TrustedRedirect redirect(RegisteredClient client, SampleRequest request) {
        return TrustedRedirect.of(Issuer.of("https://id.example.org"), client, request.parameters());
    }

    private static SampleClient clientOfEachType() {
        return confidentialClient()
                .withResponseTypes("code", "id_token", "code id_token")
                .withResponseModes(Arrays.stream(ResponseMode.values())
                        .map(ResponseMode::value)
                        .toArray(String[]::new));
    }
}
