package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.client.ClientAssertionsTest.signing;
import static org.ostiary.ejb.client.ClientAssertionsTest.signingBySecret;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleAssertion.KEY;
import static org.ostiary.ejb.fixture.SampleAssertion.jwkSet;
import static org.ostiary.ejb.fixture.SampleAssertion.newKey;
import static org.ostiary.ejb.fixture.SampleAssertion.validAssertion;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAssertion;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.InvalidClient;

class AssertionRefusalsTest {

    private static final long NOW = MovableClock.START.getEpochSecond();

    private final RunningProvider provider = RunningProvider.emptied();

    AssertionRefusalsTest() {
        provider.configure(signing());
    }

    static Stream<SampleAssertion> broken() {
        return Stream.of(
                validAssertion().with("iss", "other"),
                validAssertion().without("iss"),
                validAssertion().with("aud", List.of("https://id.example.org")),
                validAssertion().with("aud", List.of("https://id.example.org", "https://other.test")),
                validAssertion().with("aud", "https://id.example.org/"),
                validAssertion().with("aud", "https://ID.example.org"),
                validAssertion().with("aud", "https://other.test"),
                validAssertion().with("aud", "https://id.example.org/api/oidc/token"),
                validAssertion().without("aud"),
                validAssertion().without("exp"),
                validAssertion().with("exp", NOW),
                validAssertion().with("exp", NOW + 301),
                validAssertion().with("exp", NOW + 3600L * 24 * 3650),
                validAssertion().with("exp", "soon"),
                validAssertion().with("nbf", NOW + 61),
                validAssertion().with("iat", NOW + 61),
                validAssertion().with("iat", NOW - 7200),
                validAssertion().without("jti"),
                validAssertion().with("jti", "j".repeat(256)),
                validAssertion().with("jti", 7),
                validAssertion().withHeader("typ", "at+jwt"),
                validAssertion().withHeader("crit", List.of("exp")),
                validAssertion().withHeader("kid", "../../etc/passwd"),
                validAssertion().withHeader("kid", "' or 1=1--"),
                validAssertion().withHeader("kid", "k".repeat(4_000)));
    }

    @ParameterizedTest
    @DisplayName("D12, D14, D16, D17, D18: whoever breaks one rule proves nothing, and learns not which")
    @MethodSource("broken")
    void refuses(SampleAssertion assertion) {
        refused(assertion.signed());
    }

    @Test
    @DisplayName("D16: eight seconds ahead and five minutes of life are within reason")
    void acceptsReasonableTimes() {
        accepted(validAssertion().with("nbf", NOW + 8).with("iat", NOW + 8).signed());
        accepted(validAssertion().with("exp", NOW + 300).signed());
    }

    @Test
    @DisplayName("W12: a time beyond all measure is refused, and nothing worse")
    void refusesAnImpossibleTime() {
        String claims = validAssertion().without("exp").claims();
        refused(validAssertion()
                .sign(claims.substring(0, claims.length() - 1) + ",\"exp\":1e99999999999}", KEY.getPrivateKey()));
    }

    @ParameterizedTest
    @DisplayName("D09, RFC 8725 2.1: no signature is no proof, however none is written")
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", ""})
    void refusesUnsigned(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";
        refused(base64(header) + "." + base64(validAssertion().claims()) + ".");
        refused(base64("{}") + "." + base64(validAssertion().claims()) + ".");
    }

    @Test
    @DisplayName("D10, RFC 8725 2.1: the public key is no secret to sign with")
    void refusesThePublicKeyAsSecret() {
        String jwk = KEY.toJson(OutputControlLevel.PUBLIC_ONLY);
        for (byte[] secret :
                List.of(jwk.getBytes(StandardCharsets.UTF_8), KEY.getPublicKey().getEncoded())) {
            refused(validAssertion()
                    .withHeader("alg", "HS256")
                    .sign(validAssertion().claims(), new HmacKey(secret)));
        }
    }

    @Test
    @DisplayName("D12: another client's key is unknown to this one")
    void refusesAnotherKey() {
        refused(validAssertion().signedBy(newKey("client-key")));
        refused(validAssertion().withHeader("kid", "other").signedBy(newKey("other")));
    }

    @Test
    @DisplayName("D04: a client that signs has no secret, and one that has a secret does not sign")
    void refusesTheOtherMethod() {
        refusedRequest(SampleRequest.of("client_id", "app").with("client_secret", SampleClient.SECRET));
        provider.configure(signingBySecret());
        refused(validAssertion().signed());
        refusedRequest(SampleRequest.of("client_id", "app").with("client_secret", ClientAssertionsTest.SECRET));
    }

    @Test
    @DisplayName("RFC 6749 2.3: one method a request")
    void refusesTwoMethods() {
        SampleRequest both = SampleAssertion.request(
                SampleRequest.of("client_secret", "x"), validAssertion().signed());
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> authenticate(both))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @DisplayName("D18, D19: what is no compact signed token is refused before anything is computed")
    @ValueSource(
            strings = {
                "x",
                "..",
                "a.b.c",
                "a.b.c.d.e",
                "{\"payload\":\"e30\",\"signatures\":[]}",
                "eyJhbGciOiJFUzI1NiJ9..c2ln",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhcHAifQ.c2ln trailing"
            })
    void refusesOtherShapes(String text) {
        refused(text);
    }

    @Test
    @DisplayName("D18, D19: repeated members, depth and size are bounded")
    void refusesStrangeJson() {
        String claims = validAssertion().claims();
        refused(validAssertion().sign(claims.replaceFirst("\\{", "{\"sub\":\"app\","), KEY.getPrivateKey()));
        refused(validAssertion()
                .sign(
                        claims.replaceFirst("}$", ",\"deep\":" + "[".repeat(50) + "]".repeat(50) + "}"),
                        KEY.getPrivateKey()));
        refused(validAssertion().sign("[]", KEY.getPrivateKey()));
        refused(".".repeat(8_000));
    }

    @Test
    @DisplayName("RFC 7521 4.2: the assertion type must be the one of RFC 7523")
    void refusesAnotherType() {
        refusedRequest(SampleRequest.of("client_assertion", validAssertion().signed())
                .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"));
        refusedRequest(SampleRequest.of("client_assertion", validAssertion().signed()));
        refusedRequest(
                SampleRequest.of("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
    }

    @Test
    @DisplayName("D12: of several keys without a name the fitting one is found")
    void findsAKeyWithoutAName() {
        String two = "{\"keys\":[" + newKey("a").toJson(OutputControlLevel.PUBLIC_ONLY) + ","
                + KEY.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
        provider.configure(signing().with(new ClientKeys(two, null, null, false)));
        accepted(validAssertion().withHeader("kid", "client-key").signed());
        assertThat(jwkSet(KEY)).isNotEqualTo(two);
    }

    private void accepted(String assertion) {
        authenticate(SampleAssertion.request(SampleRequest.of("grant_type", "x"), assertion));
    }

    private void refused(String assertion) {
        refusedRequest(SampleAssertion.request(SampleRequest.of("grant_type", "x"), assertion));
    }

    private void refusedRequest(SampleRequest request) {
        assertThatExceptionOfType(InvalidClient.class).isThrownBy(() -> authenticate(request));
    }

    private void authenticate(SampleRequest request) {
        provider.service(ClientAuthentication.class)
                .authenticate(AuthenticatedEndpoint.TOKEN, null, request.parameters(), FACTS);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
