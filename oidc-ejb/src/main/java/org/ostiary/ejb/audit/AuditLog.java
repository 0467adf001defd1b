package org.ostiary.ejb.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.AuditRecords;

/**
 * Writes audit records within the transaction of the caller: what is rolled back did not happen. Each
 * carries a proof that this server wrote it. Whoever must react to what
 * happened observes {@link Noted}, and so acts in that transaction too.
 */
@ApplicationScoped
public class AuditLog {

    @Inject
    AuditRecords records;

    @Inject
    Event<Noted> listeners;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    /** Notes that the event happened now, by the given request. */
    public void note(AuditEvent event, RequestFacts facts) {
        AuditRecord noted = new AuditRecord(
                        clock.instant(),
                        event.name(),
                        event.succeeded() ? "success" : "failure",
                        event.accountId(),
                        event.clientId(),
                        event.reason(),
                        facts.ip(),
                        facts.requestId())
                .by(event.actor(), event.rule());
        records.add(noted.provedBy(hashes.trailMark(noted.text())));
        listeners.fire(new Noted(event, facts));
    }
}
