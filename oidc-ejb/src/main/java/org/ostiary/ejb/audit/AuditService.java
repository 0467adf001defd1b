package org.ostiary.ejb.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ostiary.ejb.visit.RequestFacts;

/** Writes audit records in a transaction of their own: a refusal rolls its own back, and must be found all the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditService {

    @Inject
    AuditLog log;

    /** Notes that the event happened now, whatever becomes of the caller. */
    public void note(AuditEvent event, RequestFacts facts) {
        log.note(event, facts);
    }
}
