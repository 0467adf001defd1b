package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequestObject.KEY;
import static org.ostiary.ejb.fixture.SampleRequestObject.sent;
import static org.ostiary.ejb.fixture.SampleRequestObject.validObject;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.ForeignKey;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleRequestObject;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RequestObjects;

/** What is no request object is shown, because nothing in it can be trusted, not even where to tell the error. */
class RequestObjectRefusalsTest {

    private static final ForeignKey RSA = ForeignKey.of("RS256", "rsa");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    RequestObjectRefusalsTest() {
        register(RequestObjects.STANDARD);
    }

    @ParameterizedTest
    @DisplayName("D09: no spelling of none is accepted where it is not registered")
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", ""})
    void refusesUnsigned(String algorithm) {
        String payload = ForeignKey.text(JsonText.object(validObject().claims()));
        shown(ForeignKey.text("{\"alg\":\"" + algorithm + "\"}") + "." + payload + ".");
        shown(ForeignKey.text("{}") + "." + payload + ".");
    }

    @Test
    @DisplayName("D10: a public key is no shared secret")
    void refusesTheKeyAsASecret() {
        String payload = JsonText.object(validObject().claims());
        for (byte[] secret : List.of(
                RSA.pair().getPublic().getEncoded(),
                RSA.jwk().getBytes(StandardCharsets.UTF_8),
                KEY.pair().getPublic().getEncoded())) {
            shown(ForeignKey.hmac(secret, "{\"alg\":\"HS256\",\"kid\":\"rsa\"}", payload));
        }
    }

    @Test
    @DisplayName("D10, E04: the algorithm is the registered one and no other")
    void refusesAnotherAlgorithm() {
        register(new RequestObjects(false, false, JwsAlgorithm.PS256, Set.of()));
        shown(validObject().signed());
        shown(RSA.sign(validObject().claims()));
    }

    @Test
    @DisplayName("D11, D12: only keys that this client registered count, under whatever name")
    void refusesForeignKeys() {
        ForeignKey foreign = ForeignKey.of("ES256", "foreign");
        shown(foreign.sign(validObject().claims()));
        String payload = JsonText.object(validObject().claims());
        for (String kid : List.of("signs-requests", "../../etc/passwd", "' or 1=1--", "x".repeat(5_000))) {
            shown(foreign.sign("{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}", payload));
        }
        shown(foreign.sign("{\"alg\":\"ES256\",\"jwk\":" + foreign.jwk() + "}", payload));
    }

    @ParameterizedTest
    @DisplayName("E04, RFC 9101 4: issuer, audience, client and subject are what they must be")
    @CsvSource({
        "iss,other",
        "aud,https://evil.test",
        "aud,app",
        "aud,https://id.example.org/",
        "client_id,other",
        "sub,app",
        "exp,soon",
        "nbf,now"
    })
    void refusesWrongClaims(String name, String value) {
        shown(validObject().with(name, value));
    }

    @ParameterizedTest
    @DisplayName("E04: what must be there must be there")
    @ValueSource(strings = {"aud", "exp", "client_id"})
    void refusesMissingClaims(String name) {
        shown(validObject().without(name));
    }

    @ParameterizedTest(name = "exp {0} s, nbf {1} s from now")
    @DisplayName("E04: an object is for now: not over, at most 60 minutes ahead, and begun")
    @CsvSource({"0,0", "-1,-10", "3601,0", "999999999,0", "300,31"})
    void refusesOtherTimes(long expiry, long begin) {
        long now = MovableClock.START.getEpochSecond();
        shown(validObject().with("exp", now + expiry).with("nbf", now + begin));
    }

    @ParameterizedTest
    @DisplayName("W12: times of other shapes are refused, not computed")
    @ValueSource(strings = {"1e999999999", "1e99999999999", "-1", "1.5", "99999999999999999999999", "true", "[]", "{}"})
    void refusesOddTimes(String expiry) {
        String payload = JsonText.object(validObject().without("exp").claims());
        shown(KEY.sign(
                "{\"alg\":\"ES256\",\"kid\":\"signs-requests\"}",
                payload.substring(0, payload.length() - 1) + ",\"exp\":" + expiry + "}"));
    }

    @ParameterizedTest
    @DisplayName("E04, RFC 9101 4: nothing nested")
    @ValueSource(strings = {"request", "request_uri"})
    void refusesNestedRequests(String name) {
        shown(validObject().with(name, validObject().signed()));
    }

    @ParameterizedTest
    @DisplayName("RFC 9101 10.8: a token that was made for something else is no request")
    @ValueSource(strings = {"at+jwt", "dpop+jwt", "logout+jwt", "secevent+jwt", "JWS", ""})
    void refusesOtherTypes(String type) {
        shown(KEY.sign(
                "{\"alg\":\"ES256\",\"kid\":\"signs-requests\",\"typ\":\"" + type + "\"}",
                JsonText.object(validObject().claims())));
    }

    @ParameterizedTest
    @DisplayName("RFC 9101 6.1: nothing encrypted, nothing malformed")
    @ValueSource(strings = {"eyJ", "a.b.c", "a.b.c.d.e", "..", "e30.e30.", "e30..e30", "\u00e4.b.c"})
    void refusesWhatIsNoToken(String object) {
        shown(object);
    }

    @Test
    void refusesArraysWhereTheyMeanNothing() {
        shown(validObject().with("redirect_uri", List.of(SampleClient.REDIRECT_URI, "https://evil.test/cb")));
        shown(validObject().with("resource", Map.of("a", "b")));
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 6.1: response_type and scope beside the object are the same as inside")
    @CsvSource({"response_type,id_token", "scope,openid email"})
    void refusesOthersBesideTheObject(String name, String value) {
        shown(validObject().sent().with(name, value), "invalid_request_object");
        shown(validObject().without(name).sent().with(name, "code"), "invalid_request_object");
    }

    @Test
    @DisplayName("RFC 9101 5: the client is named outside as well")
    void refusesNoClientOutside() {
        shown(validObject().sent().without("client_id"), "invalid_request");
    }

    @Test
    @DisplayName("RFC 9101 5: not both an object and a reference")
    void refusesBoth() {
        shown(validObject().sent().with("request_uri", "urn:ietf:params:oauth:request_uri:x"), "invalid_request");
    }

    @Test
    @DisplayName("E04: a redirect URI that stands outside only is not used, not even for errors")
    void usesNoRedirectUriFromOutside() {
        shown(
                validObject().without("redirect_uri").sent().with("redirect_uri", SampleClient.REDIRECT_URI),
                "invalid_request");
    }

    @Test
    @DisplayName("RFC 9101 6.3: errors of a verified request are told where that says")
    void tellsErrorsWhereTheObjectSays() {
        SampleRequest request = validObject().with("max_age", -1).sent().with("redirect_uri", "https://evil.test/cb");
        RedirectedError told = catchThrowableOfType(RedirectedError.class, () -> browser.start(request));
        assertThat(told.response().redirectUri()).isEqualTo(SampleClient.REDIRECT_URI);
    }

    @Test
    @DisplayName("RFC 9101 10.5: a client that must sign does not get along without, nor with none")
    void refusesPlainRequestsWhereSignedOnesAreDemanded() {
        register(new RequestObjects(false, true, null, Set.of()));
        toldToSign(validRequest());
        register(new RequestObjects(false, true, JwsAlgorithm.NONE, Set.of()));
        toldToSign(sent(ForeignKey.text("{\"alg\":\"none\"}") + "."
                + ForeignKey.text(JsonText.object(validObject().claims())) + "."));
        OAuthException pushed = catchThrowableOfType(
                OAuthException.class,
                () -> provider.service(PushedAuthorizationService.class)
                        .push(validRequest().parameters(), null, FACTS));
        assertThat(pushed.rule().id()).isEqualTo("request-signed");
    }

    private void toldToSign(SampleRequest request) {
        RedirectedError told = catchThrowableOfType(RedirectedError.class, () -> browser.start(request));
        assertThat(told.refusal().rule().id()).isEqualTo("request-signed");
    }

    private void register(RequestObjects objects) {
        provider.configure(publicClient()
                .with(new ClientKeys(ForeignKey.set(KEY, RSA), null, null, false))
                .with(objects));
    }

    private void shown(SampleRequestObject object) {
        shown(object.signed());
    }

    private void shown(String object) {
        shown(sent(object), "invalid_request_object");
    }

    private void shown(SampleRequest request, String error) {
        OAuthException refusal = catchThrowableOfType(OAuthException.class, () -> browser.start(request));
        assertThat(refusal.code().code()).isEqualTo(error);
        assertThat(provider.database().count("interaction")).isZero();
    }
}
