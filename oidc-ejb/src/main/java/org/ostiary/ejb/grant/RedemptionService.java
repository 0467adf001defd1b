package org.ostiary.ejb.grant;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_GRANT;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.audit.AuditEvent.TokensIssued;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.issue.Issuance;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.issue.RefreshTokenIssuing;
import org.ostiary.ejb.issue.TokenIssuing;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.pkce.CodeVerifier;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.protocol.token.TargetResources;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.AuthorizationCode;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.CodeStanding;
import org.ostiary.persistence.grant.Grant;

/** Redeems authorization codes (RFC 6749, section 4.1.3; RFC 7636, section 4.6; OIDC Core 1.0, section 3.1.3). */
@Stateless
public class RedemptionService {

    /** The same for a code that is unknown, another client's, spent or too old: nobody learns which codes exist. */
    private static final String CODE_REFUSED =
            "The code is unknown, expired, was used before, or belongs to another client";

    @Inject
    AuthorizationCodes codes;

    @Inject
    IssuanceDoor door;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    TokenIssuing issuing;

    @Inject
    RefreshTokenIssuing refreshTokens;

    @Inject
    Subjects subjects;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Gives an authenticated client the tokens for its code.
     *
     * @throws CodeReplayed when the code was redeemed before; the caller must revoke the grant
     * @throws org.ostiary.ejb.accounts.AccountUnconfirmed when the directory must be asked about the person first
     * @throws OAuthException invalid_grant for every other reason
     */
    public TokenResponse redeem(RegisteredClient client, AuthorizationCodeRequest request, RequestFacts facts) {
        Instant now = clock.instant();
        CodeStanding found = codes.find(hashes.hash(request.code()))
                .orElseThrow(() -> refuse("code-known", "RFC 6749, section 5.2", CODE_REFUSED));
        requireSameClient(found, client);
        requireSameRedirectUri(found.code(), request);
        requireVerifier(found, request.codeVerifier());
        requireUnspent(found);
        requireInTime(found.code(), now);
        confirmation.require(found.standing().account());
        requireOpenDoor(found);
        TargetResources.narrow(request.resources(), found.standing().grant().audience());
        // Last of all checks, so that only a caller who proved possession can spend the code.
        redeemOnce(found, now);
        return issue(client, request, found, facts, now);
    }

    private void requireSameClient(CodeStanding found, RegisteredClient client) {
        if (!found.standing().grant().clientId().equals(client.clientId())) {
            throw refuse("code-own-client", "RFC 6749, section 4.1.3", CODE_REFUSED);
        }
    }

    private void requireSameRedirectUri(AuthorizationCode code, AuthorizationCodeRequest request) {
        if (!code.redirectUri().equals(request.redirectUri())) {
            throw refuse(
                    "redirect-uri-same",
                    "RFC 6749, section 4.1.3",
                    "The redirect_uri must be the one of the authorization request");
        }
    }

    private void requireVerifier(CodeStanding found, @Nullable String verifier) {
        String challenge = found.code().codeChallenge();
        if (challenge == null && verifier == null) {
            return;
        }
        if (challenge == null) {
            throw refuse(
                    "pkce-no-downgrade",
                    "RFC 9700, section 4.8.2",
                    "A code_verifier was sent, but the authorization request had no code_challenge");
        }
        if (verifier == null
                || !CodeVerifier.wellFormed(verifier)
                || !new CodeChallenge(challenge).fits(new CodeVerifier(verifier))) {
            throw new VerifierMismatch(found);
        }
    }

    private void requireUnspent(CodeStanding found) {
        if (found.code().redeemed()) {
            throw new CodeReplayed(found.standing().grant(), CODE_REFUSED);
        }
    }

    private void requireInTime(AuthorizationCode code, Instant now) {
        if (code.expired(now)) {
            throw refuse("code-in-time", "RFC 6749, section 4.1.2", CODE_REFUSED);
        }
    }

    private void requireOpenDoor(CodeStanding found) {
        door.closedToCodes(found.standing()).ifPresent(why -> {
            throw refuse("issuance-open", "RFC 6749, section 5.2", "Nothing may be issued any more: " + why);
        });
    }

    private void redeemOnce(CodeStanding found, Instant now) {
        if (!codes.redeem(found.code().hash(), now)) {
            throw new CodeReplayed(found.standing().grant(), CODE_REFUSED);
        }
    }

    private TokenResponse issue(
            RegisteredClient client,
            AuthorizationCodeRequest request,
            CodeStanding found,
            RequestFacts facts,
            Instant now) {
        Grant grant = found.standing().grant();
        String sub = subjects.find(grant.accountId(), grant.sector()).orElseThrow(() -> new SubjectMissing(grant));
        audit.note(new TokensIssued(grant.accountId(), grant.clientId()), facts);
        return issuing.issue(new Issuance(
                found.standing(),
                client,
                sub,
                door.stillAllowed(grant.scopes(), grant),
                TargetResources.narrow(request.resources(), grant.audience()),
                GrantType.AUTHORIZATION_CODE,
                found.code().nonce(),
                refreshTokens.first(grant, client, now),
                now));
    }

    private static OAuthException refuse(String rule, String section, String description) {
        return new OAuthException(INVALID_GRANT, new Rule(rule, section), description);
    }
}
