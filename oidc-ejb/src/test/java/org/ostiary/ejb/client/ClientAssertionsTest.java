package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleAssertion.KEY;
import static org.ostiary.ejb.fixture.SampleAssertion.jwkSet;
import static org.ostiary.ejb.fixture.SampleAssertion.validAssertion;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAssertion;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

class ClientAssertionsTest {

    static final String SECRET = "a secret to sign with, 32 bytes or more";

    private final RunningProvider provider = RunningProvider.emptied();

    ClientAssertionsTest() {
        provider.configure(signing());
    }

    static SampleClient signing() {
        return confidentialClient()
                .authenticatedBy(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .withSecrets()
                .with(new ClientKeys(jwkSet(KEY), null, JwsAlgorithm.ES256, false));
    }

    static SampleClient signingBySecret() {
        return confidentialClient()
                .authenticatedBy(ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                .withSecret("$plaintext$" + SECRET);
    }

    @Test
    @DisplayName("RFC 7523 3: a signed assertion proves who the client is")
    void acceptsAnAssertion() {
        assertThat(accepted(validAssertion().signed())).isTrue();
        assertThat(accepted(validAssertion()
                        .withHeader("typ", "client-authentication+jwt")
                        .signed()))
                .isTrue();
    }

    @Test
    @DisplayName("OIDC Core 9: an assertion under the shared secret, which is stored sealed beside its digest")
    void acceptsAnAssertionUnderTheSecret() {
        provider.configure(signingBySecret());
        assertThat(accepted(validAssertion().signedBy(SECRET))).isTrue();
        assertThat(accepted(validAssertion().signedBy("another secret to sign with, long enough")))
                .isFalse();
        assertThat(provider.database().texts("select sealed from client_secret"))
                .noneMatch(text -> text.contains(SECRET));
    }

    @Test
    @DisplayName("S30: while one secret replaces another both verify, until the old one ends")
    void acceptsBothSecrets() {
        ConfiguredSecret old = new ConfiguredSecret(
                "$plaintext$" + SECRET, provider.clock().instant().plusSeconds(10));
        ConfiguredSecret young = new ConfiguredSecret("$plaintext$" + SECRET + " (new)", null);
        provider.configure(signingBySecret().withSecrets(old, young));
        assertThat(accepted(validAssertion().signedBy(SECRET))).isTrue();
        assertThat(accepted(validAssertion().signedBy(SECRET + " (new)"))).isTrue();
        provider.clock().forward(java.time.Duration.ofSeconds(10));
        assertThat(accepted(validAssertion().signedBy(SECRET))).isFalse();
        assertThat(accepted(validAssertion().signedBy(SECRET + " (new)"))).isTrue();
    }

    @Test
    @DisplayName("RFC 7521 4.2: client_id may be sent too, and must agree")
    void acceptsAnAgreeingClientId() {
        SampleRequest request = SampleAssertion.request(
                SampleRequest.of("client_id", "app"), validAssertion().signed());
        assertThat(accepted(request)).isTrue();
        assertThat(accepted(SampleAssertion.request(
                        SampleRequest.of("client_id", "other"), validAssertion().signed())))
                .isFalse();
    }

    @Test
    @DisplayName("D14: the token endpoint as audience only behind the client's own switch")
    void acceptsTheTokenEndpointWhereAllowed() {
        SampleAssertion old = validAssertion().with("aud", "https://id.example.org/api/oidc/token");
        assertThat(accepted(old.signed())).isFalse();
        provider.configure(signing().with(new ClientKeys(jwkSet(KEY), null, null, true)));
        assertThat(accepted(old.with("jti", "2").signed())).isTrue();
    }

    @Test
    @DisplayName("OIDC Core 9: of eight who bring the same assertion at once one is accepted, and none later")
    void acceptsAnAssertionOnce() throws InterruptedException {
        provider.mostConnectionsAtOnce();
        String assertion = validAssertion().signed();
        List<Boolean> results = Race.run(8, () -> accepted(assertion));
        assertThat(results).filteredOn(accepted -> accepted).hasSize(1);
        assertThat(accepted(assertion)).isFalse();
        assertThat(provider.mostConnectionsAtOnce()).isOne();
    }

    @Test
    @DisplayName("RFC 7523 3: another client may use the same jti")
    void tellsClientsApart() {
        provider.configure(signing(), signing().called("other"));
        assertThat(accepted(validAssertion().with("jti", "1").signed())).isTrue();
        assertThat(accepted(validAssertion()
                        .with("jti", "1")
                        .with("iss", "other")
                        .with("sub", "other")
                        .signed()))
                .isTrue();
    }

    private boolean accepted(String assertion) {
        return accepted(SampleAssertion.request(SampleRequest.of("grant_type", "x"), assertion));
    }

    private boolean accepted(SampleRequest request) {
        try {
            provider.service(ClientAuthentication.class)
                    .authenticate(AuthenticatedEndpoint.TOKEN, null, request.parameters(), FACTS);
            return true;
        } catch (InvalidClient refusal) {
            return false;
        }
    }
}
