package org.ostiary.ejb.token;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientAuthentication;
import org.ostiary.ejb.grant.CodeReplayed;
import org.ostiary.ejb.grant.RedemptionService;
import org.ostiary.ejb.grant.ReplayService;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * The token endpoint's service (RFC 6749, section 3.2). It has no transaction itself: redeeming has one, and reacting to a
 * replay has another that begins after the first was rolled back.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class TokenService {

    @Inject
    ClientAuthentication authentication;

    @Inject
    RedemptionService redemption;

    @Inject
    ReplayService replays;

    /**
     * Answers a token request.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException with a code of RFC 6749, section 5.2
     */
    public TokenResponse exchange(RequestParameters body, @Nullable String authorization, RequestFacts facts) {
        RegisteredClient client = authentication.authenticate(authorization, body);
        try {
            return redemption.redeem(client, TokenRequest.parse(client, body), facts);
        } catch (CodeReplayed replayed) {
            replays.revoke(replayed.grant(), facts);
            throw replayed;
        }
    }
}
