package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.CHALLENGE;
import static org.ostiary.ejb.fixture.SampleRequestObject.KEY;
import static org.ostiary.ejb.fixture.SampleRequestObject.sent;
import static org.ostiary.ejb.fixture.SampleRequestObject.validObject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.ForeignKey;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleRequestObject;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RequestObjects;

/** Request objects by value (RFC 9101; OIDC Core 1.0, section 6.1). */
class RequestObjectTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    RequestObjectTest() {
        provider.addAccount("alice");
        provider.configure(signing(RequestObjects.STANDARD));
    }

    @Test
    @DisplayName("RFC 9101 5: an object and the client's name are a whole request")
    void takesARequest() {
        Map<String, String> answer =
                browser.answerFor(validObject().sent(), "alice").parameters();
        assertThat(answer).containsKey("code").containsEntry("state", "a state of the client");
    }

    @Test
    @DisplayName("RFC 9101 5: an object may be much longer than any other parameter")
    void takesALongObject() {
        SampleRequestObject object = validObject();
        for (int each = 0; each < 5; each++) {
            object = object.with("unknown_" + each, "x".repeat(8_000));
        }
        assertThat(browser.codeFor(object.sent(), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("E04, RFC 9101 6.3: what stands beside the object is not used")
    void ignoresWhatStandsBesideTheObject() {
        SampleRequest request = validObject()
                .without("state")
                .sent()
                .with("redirect_uri", "https://evil.test/cb")
                .with("state", "outside")
                .with("nonce", "outside")
                .with("prompt", "none");
        assertThat(browser.answerFor(request, "alice").parameters()).containsOnlyKeys("code", "iss");
        assertThat(provider.database().texts("select nonce from authorization_code"))
                .containsExactly("a nonce of the client");
    }

    @Test
    @DisplayName("OIDC Core 6.1: response_type and scope may stand beside the object when they are the same")
    void takesTheSameBesideTheObject() {
        SampleRequest request =
                validObject().sent().with("response_type", "code").with("scope", "openid profile");
        assertThat(browser.codeFor(request, "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("RFC 9101 4: numbers and the claims object become parameters, several resources too")
    void readsValuesOfOtherKinds() {
        Set<String> servers = Set.of("https://a.test", "https://b.test");
        provider.configure(signing(RequestObjects.STANDARD).with(new ClientAudience(servers, AudienceMode.EXPLICIT)));
        SampleRequest request = validObject()
                .with("max_age", 600)
                .with("claims", Map.of("userinfo", Map.of("email", Map.of("essential", true))))
                .with("resource", List.of("https://a.test", "https://b.test"))
                .sent();
        assertThat(browser.codeFor(request, "alice")).startsWith("ost_ac_");
        assertThat(provider.database().texts("select claims from oauth_grant"))
                .singleElement()
                .asString()
                .contains("email");
        assertThat(provider.database().texts("select audience from oauth_grant"))
                .singleElement()
                .asString()
                .contains(servers);
    }

    @ParameterizedTest
    @DisplayName("RFC 9101 10.8: the type is that of request objects, the general one, or left out")
    @ValueSource(strings = {"oauth-authz-req+jwt", "application/oauth-authz-req+jwt", "JWT", "jwt"})
    void takesTypes(String type) {
        String header = "{\"alg\":\"ES256\",\"kid\":\"signs-requests\",\"typ\":\"" + type + "\"}";
        String object = KEY.sign(header, JsonText.object(validObject().claims()));
        assertThat(browser.codeFor(sent(object), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("OIDC Core 6.1: a client that registered none may send unsigned objects")
    void takesUnsignedObjectsWhereRegistered() {
        provider.configure(signing(new RequestObjects(false, false, JwsAlgorithm.NONE, Set.of())));
        String object = ForeignKey.text("{\"alg\":\"none\"}") + "."
                + ForeignKey.text(JsonText.object(validObject().claims())) + ".";
        assertThat(browser.codeFor(sent(object), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("RFC 9101 10.5: a client that must sign may do so")
    void takesWhatMustBeSigned() {
        provider.configure(signing(new RequestObjects(false, true, JwsAlgorithm.ES256, Set.of())));
        assertThat(browser.codeFor(validObject().sent(), "alice")).startsWith("ost_ac_");
    }

    @Test
    @DisplayName("RFC 9126 3: an object may be pushed, and its parameters are those that are kept")
    void takesAPushedObject() {
        provider.configure(signing(new RequestObjects(true, true, null, Set.of())));
        String uri = provider.service(PushedAuthorizationService.class)
                .push(validObject().sent().with("code_challenge", "x").parameters(), null, FACTS)
                .requestUri();
        assertThat(provider.database().texts("select parameters from pushed_request"))
                .singleElement()
                .asString()
                .contains(CHALLENGE)
                .doesNotContain("eyJ");
        SampleRequest named =
                new SampleRequest(Map.of()).with("client_id", "app").with("request_uri", uri);
        assertThat(browser.codeFor(named, "alice")).startsWith("ost_ac_");
    }

    private static SampleClient signing(RequestObjects objects) {
        return publicClient()
                .with(new ClientKeys(ForeignKey.set(KEY), null, null, false))
                .with(objects);
    }
}
