package org.ostiary.ejb.token;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.accounts.AccountUnconfirmed;
import org.ostiary.ejb.client.ClientAuthentication;
import org.ostiary.ejb.grant.OwnTokenService;
import org.ostiary.ejb.grant.RedemptionService;
import org.ostiary.ejb.grant.RefreshService;
import org.ostiary.ejb.grant.Replay;
import org.ostiary.ejb.grant.ReplayService;
import org.ostiary.ejb.grant.SubjectMissing;
import org.ostiary.ejb.grant.VerifierMismatch;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.ClientCredentialsRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.RefreshRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * The token endpoint's service (RFC 6749, section 3.2). It has no transaction itself: each grant has one, and
 * reacting to misuse has another that begins after the first was rolled back.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class TokenService {

    private static final int MOST_TRIES = 5;

    @Inject
    ClientAuthentication authentication;

    @Inject
    RedemptionService redemption;

    @Inject
    RefreshService refreshes;

    @Inject
    OwnTokenService ownTokens;

    @Inject
    ReplayService replays;

    @Inject
    Subjects subjects;

    @Inject
    AccountConfirmation confirmation;

    /**
     * Answers a token request.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException with a code of RFC 6749, section 5.2
     */
    public TokenResponse exchange(RequestParameters body, @Nullable String authorization, RequestFacts facts) {
        RegisteredClient client = authentication.authenticate(AuthenticatedEndpoint.TOKEN, authorization, body, facts);
        try {
            return confirmed(TokenRequest.parse(client, body), new Grants(client, facts));
        } catch (Replay replay) {
            replays.revoke(replay, facts);
            throw replay.concerning(client.clientId());
        } catch (VerifierMismatch mismatch) {
            replays.count(mismatch, facts);
            throw mismatch.concerning(client.clientId());
        } catch (OAuthException refusal) {
            throw refusal.concerning(client.clientId());
        }
    }

    /**
     * Someone whom the directory was not asked about for a while costs a second try, so that no transaction waits for it; and
     * some more where the answer is old already when it is written down.
     */
    private TokenResponse confirmed(TokenRequest request, Grants grants) {
        for (int tries = 1; ; tries++) {
            try {
                return answer(request, grants);
            } catch (AccountUnconfirmed unconfirmed) {
                if (tries == MOST_TRIES) {
                    throw unconfirmed;
                }
                confirmation.confirm(unconfirmed, grants.facts);
            }
        }
    }

    /** A person's first visit to a sector costs a second try, so that no transaction waits for another. */
    private TokenResponse answer(TokenRequest request, Grants grants) {
        try {
            return request.accept(grants);
        } catch (SubjectMissing missing) {
            subjects.subOf(missing.accountId(), missing.sector());
            return request.accept(grants);
        }
    }

    /** Which service answers which grant type. */
    private final class Grants implements TokenRequest.Cases<TokenResponse> {
        private final RegisteredClient client;
        private final RequestFacts facts;

        Grants(RegisteredClient client, RequestFacts facts) {
            this.client = client;
            this.facts = facts;
        }

        @Override
        public TokenResponse code(AuthorizationCodeRequest request) {
            return redemption.redeem(client, request, facts);
        }

        @Override
        public TokenResponse refresh(RefreshRequest request) {
            return refreshes.refresh(client, request, facts);
        }

        @Override
        public TokenResponse own(ClientCredentialsRequest request) {
            return ownTokens.issue(client, request, facts);
        }
    }
}
