package org.ostiary.ejb.revocation;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientAuthentication;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;

/** The revocation endpoint's service (RFC 7009). It has no transaction itself: ending a token has one. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class RevocationService {

    @Inject
    ClientAuthentication authentication;

    @Inject
    TokenEndingService endings;

    /**
     * Ends the token, and with a refresh token all that its grant led to. One that nobody knows is as good as ended.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_client, invalid_request, or unauthorized_client for a token of
     *     another client, which stays as it is
     */
    public void revoke(RequestParameters body, @Nullable String authorization, RequestFacts facts) {
        RegisteredClient client =
                authentication.authenticate(AuthenticatedEndpoint.REVOCATION, authorization, body, facts);
        try {
            endings.end(client, body.require("token"), facts);
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }
}
