package org.ostiary.persistence.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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

    /**
     * What concerns an account, the latest first.
     *
     * @param before only what happened before this moment, or in it under a smaller id
     */
    public List<AuditRecord> ofAccount(String accountId, Instant before, String beforeId, int most) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.accountId = :account"
                                + " AND (r.happenedAt < :before OR (r.happenedAt = :before AND r.id < :id))"
                                + " ORDER BY r.happenedAt DESC, r.id DESC",
                        AuditRecord.class)
                .setParameter("account", accountId)
                .setParameter("before", before)
                .setParameter("id", beforeId)
                .setMaxResults(most)
                .getResultList();
    }

    /** How often something happened to an account since a moment. */
    public long count(String event, String accountId, Instant since) {
        return entities.createQuery(
                        "SELECT COUNT(r) FROM AuditRecord r WHERE r.accountId = :account AND r.event = :event"
                                + " AND r.happenedAt >= :since",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("event", event)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** All records of one kind, the oldest first. */
    public List<AuditRecord> ofEvent(String event) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.event = :event ORDER BY r.happenedAt", AuditRecord.class)
                .setParameter("event", event)
                .getResultList();
    }
}
