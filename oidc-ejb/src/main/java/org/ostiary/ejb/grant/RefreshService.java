package org.ostiary.ejb.grant;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_GRANT;
import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_SCOPE;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.audit.AuditEvent.TokensRefreshed;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.issue.Issuance;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.issue.RefreshTokenIssuing;
import org.ostiary.ejb.issue.TokenIssuing;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.protocol.token.TargetResources;
import org.ostiary.ejb.protocol.token.TokenRequest.RefreshRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.RefreshStanding;
import org.ostiary.persistence.grant.RefreshToken;
import org.ostiary.persistence.grant.RefreshTokens;

/** Gives new tokens for a refresh token (RFC 6749, section 6; RFC 9700, section 4.14.2; OIDC Core 1.0, section 12). */
@Stateless
public class RefreshService {
    /** The same for a token that is unknown, another client's, spent or too old: nobody learns which tokens exist. */
    private static final String TOKEN_REFUSED =
            "The refresh token is unknown, expired, revoked, was used before, or belongs to another client";

    @Inject
    RefreshTokens tokens;

    @Inject
    IssuanceDoor door;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    RefreshTokenIssuing refreshTokens;

    @Inject
    TokenIssuing issuing;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Gives an authenticated client new tokens, and a refresh token in place of the one it brought.
     *
     * @throws RefreshReused when the token was used before and this is no repetition; the caller must end the grant
     * @throws org.ostiary.ejb.accounts.AccountUnconfirmed when the directory must be asked about the person first
     * @throws OAuthException invalid_grant, invalid_scope or invalid_target for every other reason
     */
    public TokenResponse refresh(RegisteredClient client, RefreshRequest request, RequestFacts facts) {
        Instant now = clock.instant();
        RefreshStanding found = find(request.refreshToken());
        requireSameClient(found, client);
        requireInTime(found.token(), now);
        confirmation.require(found.standing().account());
        requireOpenDoor(found);
        Set<String> scopes = scopes(found, request);
        Set<String> audience = TargetResources.narrow(
                request.resources(), found.standing().grant().audience());
        // Last of all checks, so that only a request that would be answered can spend the token.
        String successor = rotate(found, request, scopes, client, now);
        audit.note(new TokensRefreshed(found.standing().grant().accountId(), client.clientId()), facts);
        return issuing.issue(new Issuance(
                found.standing(),
                client,
                found.sub(),
                scopes,
                audience,
                GrantType.REFRESH_TOKEN,
                null,
                successor,
                now));
    }

    private RefreshStanding find(String refreshToken) {
        return tokens.find(hashes.hash(refreshToken))
                .orElseThrow(() -> refuse("refresh-token-known", "RFC 6749, section 5.2", TOKEN_REFUSED));
    }

    private static void requireSameClient(RefreshStanding found, RegisteredClient client) {
        if (!found.standing().grant().clientId().equals(client.clientId())) {
            throw refuse("refresh-token-own-client", "RFC 6749, section 6", TOKEN_REFUSED);
        }
    }

    private static void requireInTime(RefreshToken token, Instant now) {
        if (token.expired(now)) {
            throw refuse("refresh-token-in-time", "RFC 9700, section 4.14.2", TOKEN_REFUSED);
        }
    }

    private void requireOpenDoor(RefreshStanding found) {
        door.closed(found.standing()).ifPresent(why -> {
            throw refuse("issuance-open", "RFC 6749, section 5.2", "Nothing may be issued any more: " + why);
        });
    }

    /** They may be fewer than granted, and all again the next time, but never more (RFC 6749, section 6). */
    private Set<String> scopes(RefreshStanding found, RefreshRequest request) {
        Grant grant = found.standing().grant();
        Set<String> allowed = door.stillAllowed(grant.scopes(), grant);
        if (request.scope() == null) {
            return allowed;
        }
        Set<String> asked = Scopes.parse(request.scope());
        if (asked.isEmpty() || !allowed.containsAll(asked)) {
            throw new OAuthException(
                    INVALID_SCOPE,
                    new Rule("scope-granted", "RFC 6749, section 6"),
                    "The scope must hold only values that were granted: " + Scopes.format(allowed));
        }
        return asked;
    }

    /** The successor: a new one for the first caller, the same one for whoever repeats the request soon enough. */
    private String rotate(
            RefreshStanding found, RefreshRequest request, Set<String> scopes, RegisteredClient client, Instant now) {
        RefreshToken token = found.token();
        String scope = Scopes.format(scopes);
        if (!token.rotated() && tokens.rotate(token.hash(), scope, now)) {
            return refreshTokens.succeed(request.refreshToken(), token, client, now);
        }
        return repeat(found, request, scope, client, now);
    }

    private String repeat(
            RefreshStanding found, RefreshRequest request, String scope, RegisteredClient client, Instant now) {
        RefreshToken token = find(request.refreshToken()).token();
        String successor = refreshTokens.successor(request.refreshToken(), client);
        boolean unused = tokens.find(hashes.hash(successor))
                .map(next -> !next.token().rotated())
                .orElse(false);
        if (!unused || !token.usedWithin(config.lifespans().refresh().grace(), now)) {
            throw new RefreshReused(found.standing().grant(), TOKEN_REFUSED);
        }
        if (!token.rotatedFor(scope)) {
            throw refuse("refresh-repeated-alike", "RFC 9700, section 4.14.2", TOKEN_REFUSED);
        }
        return successor;
    }

    private static OAuthException refuse(String rule, String section, String description) {
        return new OAuthException(INVALID_GRANT, new Rule(rule, section), description);
    }
}
