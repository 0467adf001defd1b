package org.ostiary.ejb.grant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ostiary.ejb.audit.AuditEvent.CodeReplayed;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.Grants;

/**
 * Reacts to a replayed code in a transaction of its own, begun after the refused one was rolled back: neither can undo the
 * other, and no caller ever holds two connections.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReplayService {

    @Inject
    Grants grants;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Ends everything that was issued under the grant (RFC 6749, section 4.1.2). */
    public void revoke(Grant grant, RequestFacts facts) {
        if (grants.revoke(grant.id(), "code replayed", clock.instant())) {
            audit.note(new CodeReplayed(grant.accountId(), grant.clientId()), facts);
        }
    }
}
