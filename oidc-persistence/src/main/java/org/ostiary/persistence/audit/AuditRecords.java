package org.ostiary.persistence.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The audit trail. Records are added, never changed. */
@ApplicationScoped
public class AuditRecords {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected AuditRecords() {}

    /** Works on the given entity manager. */
    public AuditRecords(EntityManager entities) {
        this.entities = entities;
    }

    public void add(AuditRecord auditRecord) {
        entities.persist(auditRecord);
    }

    /** All records of one kind, the oldest first. */
    public List<AuditRecord> ofEvent(String event) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.event = :event ORDER BY r.happenedAt", AuditRecord.class)
                .setParameter("event", event)
                .getResultList();
    }
}
