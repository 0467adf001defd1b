package org.ostiary.ejb.grant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ostiary.ejb.audit.AuditEvent.CodeGuessed;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.Grants;

/**
 * Reacts to misuse in a transaction of its own, begun after the refused one was rolled back: neither can undo the other, and
 * no caller ever holds two connections.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReplayService {

    /** Fewer than anyone needs who guesses, more than a client needs that errs. */
    private static final int MOST_FAILURES = 5;

    @Inject
    Grants grants;

    @Inject
    AuthorizationCodes codes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Ends everything that was issued under the grant (RFC 6749, section 4.1.2; RFC 9700, section 4.14.2). */
    public void revoke(Replay replay, RequestFacts facts) {
        if (grants.revoke(replay.grant().id(), replay.reason(), clock.instant())) {
            audit.note(replay.event(), facts);
        }
    }

    /** Counts a wrong verifier; too many of them spend the code. */
    public void count(VerifierMismatch mismatch, RequestFacts facts) {
        String code = mismatch.standing().code().hash();
        if (codes.countFailure(code) && codes.exhaust(code, MOST_FAILURES, clock.instant())) {
            Grant grant = mismatch.standing().standing().grant();
            audit.note(new CodeGuessed(grant.accountId(), grant.clientId()), facts);
        }
    }
}
