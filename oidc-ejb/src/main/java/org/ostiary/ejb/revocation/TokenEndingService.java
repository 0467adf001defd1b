package org.ostiary.ejb.revocation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.TokenRevoked;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.issue.JwtAccessTokens;
import org.ostiary.ejb.issue.RefreshTokenIssuing;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.KeyRing;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.ClientAccessToken;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.grant.RefreshTokens;
import org.ostiary.persistence.grant.TokenStanding;

/** Ends tokens for the clients that have them (RFC 7009, section 2.1). */
@Stateless
public class TokenEndingService {

    @Inject
    AccessTokens accessTokens;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    Grants grants;

    @Inject
    TokenHashes hashes;

    @Inject
    JwtVerifier verifier;

    @Inject
    KeyRing keys;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Ends whichever kind of token it is; one that is not known is not there any more.
     *
     * @throws OAuthException unauthorized_client for a token of another client; unsupported_token_type for a signed statement of
     *     this provider that nothing ends but its time, such as an ID token
     */
    public void end(RegisteredClient client, String token, RequestFacts facts) {
        String hash = hashes.hash(token);
        Instant now = clock.instant();
        if (token.startsWith(RefreshTokenIssuing.PREFIX)) {
            refreshTokens
                    .find(hash)
                    .ifPresent(found -> endGrant(found.standing().grant(), client, facts, now));
            return;
        }
        Optional<TokenStanding> access = accessTokens.find(hash);
        if (access.isPresent()) {
            endAccessToken(hash, access.get().standing().grant(), client, facts, now);
            return;
        }
        Optional<ClientAccessToken> own = clientTokens.find(hash);
        if (own.isPresent()) {
            endClientToken(hash, own.get(), client, facts, now);
            return;
        }
        refuseStatement(token);
    }

    private void refuseStatement(String token) {
        boolean statement = verifier.verify(token, JwsAlgorithm.SIGNING, keys.publicKeySet())
                .filter(jwt -> !JwtAccessTokens.TYPE.equals(jwt.type()))
                .isPresent();
        if (statement) {
            throw new OAuthException(
                    OAuthErrorCode.UNSUPPORTED_TOKEN_TYPE,
                    new Rule("token-revocable", "RFC 7009, section 2.2.1"),
                    "An ID token cannot be revoked; revoke the refresh token or the access token that came with it");
        }
    }

    private void endGrant(Grant grant, RegisteredClient client, RequestFacts facts, Instant now) {
        requireOwn(grant.clientId(), client);
        if (grants.revoke(grant.id(), "revoked by client", now)) {
            audit.note(new TokenRevoked(grant.accountId(), grant.clientId(), "refresh token and grant"), facts);
        }
    }

    private void endAccessToken(String hash, Grant grant, RegisteredClient client, RequestFacts facts, Instant now) {
        requireOwn(grant.clientId(), client);
        if (accessTokens.revoke(hash, now)) {
            audit.note(new TokenRevoked(grant.accountId(), grant.clientId(), "access token"), facts);
        }
    }

    private void endClientToken(
            String hash, ClientAccessToken own, RegisteredClient client, RequestFacts facts, Instant now) {
        requireOwn(own.clientId(), client);
        if (clientTokens.revoke(hash, now)) {
            audit.note(new TokenRevoked(null, own.clientId(), "access token"), facts);
        }
    }

    private static void requireOwn(String owner, RegisteredClient client) {
        if (!owner.equals(client.clientId())) {
            throw new OAuthException(
                    OAuthErrorCode.UNAUTHORIZED_CLIENT,
                    new Rule("token-own-client", "RFC 7009, section 2.1"),
                    "The token was not issued to this client");
        }
    }
}
