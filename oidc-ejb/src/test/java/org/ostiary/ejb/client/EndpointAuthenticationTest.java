package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleAssertion.KEY;
import static org.ostiary.ejb.fixture.SampleAssertion.jwkSet;
import static org.ostiary.ejb.fixture.SampleAssertion.validAssertion;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAssertion;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Clients that prove who they are in different ways at different endpoints. */
class EndpointAuthenticationTest {

    private static final String BASIC = SampleTokens.basic("app", SampleClient.SECRET);
    private static final SampleRequest NOTHING = SampleRequest.of("token", "x");
    private static final SampleRequest POSTED =
            SampleRequest.of("client_id", "app").with("client_secret", SampleClient.SECRET);

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName("Each endpoint takes the method registered for it, and no other")
    void eachEndpointHasItsMethod() {
        provider.configure(confidentialClient()
                .with(new ClientKeys(jwkSet(KEY), null, null, false))
                .with(new ClientEndpoints(
                        Map.of(
                                AuthenticatedEndpoint.REVOCATION,
                                new EndpointAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST, null),
                                AuthenticatedEndpoint.INTROSPECTION,
                                new EndpointAuthentication(
                                        ClientAuthenticationMethod.PRIVATE_KEY_JWT, JwsAlgorithm.ES256)),
                        false)));
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, NOTHING)).isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, null, POSTED)).isEqualTo("invalid_client");
        assertThat(outcome(AuthenticatedEndpoint.PUSHED_AUTHORIZATION_REQUEST, BASIC, NOTHING))
                .isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.REVOCATION, null, POSTED)).isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.REVOCATION, BASIC, NOTHING)).isEqualTo("invalid_client");
        assertThat(outcome(AuthenticatedEndpoint.INTROSPECTION, null, asserted()))
                .isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.INTROSPECTION, BASIC, NOTHING)).isEqualTo("invalid_client");
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, null, asserted())).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("Each endpoint takes assertions of the algorithm registered for it")
    void eachEndpointHasItsAlgorithm() {
        provider.configure(confidentialClient()
                .authenticatedBy(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .withSecrets()
                .with(new ClientKeys(jwkSet(KEY), null, JwsAlgorithm.ES256, false))
                .with(new ClientEndpoints(
                        Map.of(
                                AuthenticatedEndpoint.REVOCATION,
                                new EndpointAuthentication(
                                        ClientAuthenticationMethod.PRIVATE_KEY_JWT, JwsAlgorithm.RS256)),
                        false)));
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, null, asserted())).isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.REVOCATION, null, asserted())).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("RFC 6749 2.3: the secret twice is refused, unless the client may; then both must be the same")
    void theSecretTwice() {
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, POSTED)).isEqualTo("invalid_request");
        provider.configure(confidentialClient().with(new ClientEndpoints(Map.of(), true)));
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, POSTED)).isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, POSTED.with("client_secret", "another")))
                .isEqualTo("invalid_client");
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, asserted())).isEqualTo("invalid_request");
        provider.configure(confidentialClient()
                .authenticatedBy(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .with(new ClientEndpoints(Map.of(), true)));
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, POSTED)).isEqualTo("app");
        assertThat(outcome(AuthenticatedEndpoint.TOKEN, BASIC, NOTHING)).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("RFC 6749 2.3: a client that does not exist is told the same as any other")
    void theSecretTwiceOfNobody() {
        assertThat(outcome(
                        AuthenticatedEndpoint.TOKEN,
                        SampleTokens.basic("nobody", "x"),
                        SampleRequest.of("client_secret", "x")))
                .isEqualTo("invalid_request");
    }

    private static SampleRequest asserted() {
        return SampleAssertion.request(
                SampleRequest.of("token", "x"), validAssertion().signed());
    }

    /** The client's name, or the error. */
    private String outcome(AuthenticatedEndpoint endpoint, @Nullable String authorization, SampleRequest body) {
        try {
            return provider.service(ClientAuthentication.class)
                    .authenticate(endpoint, authorization, body.parameters(), FACTS)
                    .clientId();
        } catch (OAuthException refusal) {
            return refusal.code().code();
        }
    }
}
