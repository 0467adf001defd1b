package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.meter.CurrentRequest;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientCredentials;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;

/** Whether a caller is the client it says it is, by the method that client is registered for at an endpoint (OIDC Core 1.0, section 9). */
@ApplicationScoped
public class ClientAuthentication {

    @Inject
    ClientDirectory directory;

    @Inject
    ClientSecrets secrets;

    @Inject
    ClientAssertions assertions;

    @Inject
    AuthenticationThrottle throttle;

    @Inject
    RequestLimits limits;

    /**
     * The client that sent a request to an endpoint.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_client, invalid_request for two methods at once, or
     *     temporarily_unavailable after too many requests or failures from the same address
     */
    public RegisteredClient authenticate(
            AuthenticatedEndpoint endpoint,
            @Nullable String authorization,
            RequestParameters body,
            RequestFacts facts) {
        ClientCredentials credentials = ClientCredentials.read(authorization, body);
        CurrentRequest.concerns(credentials.clientId(), body);
        Caller caller = Caller.of(credentials.clientId(), facts.ip());
        Optional<KnownClient> known = directory.known(credentials.clientId());
        // A public client has no secret that could be guessed, and its people may share an address.
        boolean guessable = known.filter(client -> client.client().isPublic()).isEmpty();
        try {
            limits.require(endpoint, caller);
            if (guessable) {
                throttle.requirePatience(caller);
            }
            return proven(endpoint, credentials, known);
        } catch (InvalidClient failure) {
            if (guessable) {
                throttle.count(caller);
            }
            throw concerning(failure, known);
        } catch (OAuthException refusal) {
            throw concerning(refusal, known);
        }
    }

    private static OAuthException concerning(OAuthException refusal, Optional<KnownClient> known) {
        return known.map(client -> refusal.concerning(client.client().clientId()))
                .orElse(refusal);
    }

    private RegisteredClient proven(
            AuthenticatedEndpoint endpoint, ClientCredentials credentials, Optional<KnownClient> known) {
        if (known.isEmpty()) {
            credentials.requireOneMethod();
            secrets.hmac(
                    credentials.clientId(),
                    Optional.ofNullable(credentials.secret()).orElse(""));
            throw new InvalidClient("client-known", credentials.byHeader());
        }
        RegisteredClient client = known.get().client();
        if (!client.endpoints().severalMethods()) {
            credentials.requireOneMethod();
        }
        EndpointAuthentication registered = client.authentication(endpoint);
        if (!credentials.by(registered.method()) || !credentials.agrees()) {
            throw new InvalidClient("registered-authentication-method", credentials.byHeader());
        }
        String secret = credentials.secret();
        if (secret != null && known.get().secrets().stream().noneMatch(stored -> secrets.matches(stored, secret))) {
            throw new InvalidClient("client-secret", credentials.byHeader());
        }
        if (credentials.assertion() != null) {
            assertions.require(known.get(), registered, credentials.assertion());
        }
        return client;
    }
}
