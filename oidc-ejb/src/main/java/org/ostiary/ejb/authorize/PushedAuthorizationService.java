package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientAuthentication;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.PushedResponse;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * The pushed authorization request endpoint's service (RFC 9126, section 2). It has no transaction itself, because
 * authenticating a client may mean to wait for its server.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PushedAuthorizationService {

    /** What proves who the client is, and is no part of the request. */
    private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    @Inject
    ClientAuthentication authentication;

    @Inject
    EffectiveParameters effective;

    @Inject
    RequestReading reading;

    @Inject
    PushedRequestService requests;

    @Inject
    ProviderConfig config;

    /**
     * Takes a request that keeps every rule of the authorization endpoint.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws OAuthException with a code of RFC 6749, section 5.2 or 4.1.2.1
     */
    public PushedResponse push(RequestParameters body, @Nullable String authorization, RequestFacts facts) {
        RegisteredClient client = authentication.authenticate(
                AuthenticatedEndpoint.PUSHED_AUTHORIZATION_REQUEST, authorization, body, facts);
        try {
            return push(client, body);
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }

    private PushedResponse push(RegisteredClient client, RequestParameters body) {
        refuseReference(body);
        ParameterSource source = effective.of(client, body.without(CREDENTIALS));
        TrustedRedirect.of(config.issuer(), client, source.parameters());
        source.requireSigned(client);
        reading.judge(client, source.parameters());
        return requests.keep(client, source.parameters());
    }

    private static void refuseReference(RequestParameters body) {
        if (body.has("request_uri")) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    new Rule("no-reference-pushed", "RFC 9126, section 2.1"),
                    "A pushed request must not have the parameter request_uri");
        }
    }
}
