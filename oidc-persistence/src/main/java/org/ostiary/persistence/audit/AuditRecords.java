package org.ostiary.persistence.audit;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The audit trail. Records are added, never changed. */
@ApplicationScoped
public class AuditRecords {

    private static final long DAY = 86_400_000L;

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
                        "SELECT r FROM AuditRecord r WHERE r.accountId = :account AND r.happenedAt <= :before"
                                + " AND (r.happenedAt < :before OR r.id < :id)"
                                + " ORDER BY r.accountId, r.happenedAt DESC, r.id DESC",
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

    /** So many records at most that the search finds, the latest first, from where it says. */
    public List<AuditRecord> find(AuditSearch search, int most) {
        TypedQuery<AuditRecord> query = entities.createQuery(
                "SELECT r FROM AuditRecord r WHERE " + search.condition() + " ORDER BY " + search.order(),
                AuditRecord.class);
        search.parameters().forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /** How often each of these events happened on each day (UTC) since a moment: the day since 1970, the event, the number. */
    @SuppressWarnings("unchecked")
    public List<Object[]> countByDay(List<String> events, Instant since) {
        String places =
                IntStream.range(0, events.size()).mapToObj(at -> "?" + (at + 2)).collect(joining(", "));
        Query query = entities.createNativeQuery("SELECT happened_at / " + DAY + ", event, COUNT(*) FROM audit_record"
                + " WHERE happened_at >= ?1 AND event IN (" + places + ") GROUP BY happened_at / " + DAY + ", event"
                + " ORDER BY 1, 2");
        query.setParameter(1, since.toEpochMilli());
        for (int at = 0; at < events.size(); at++) {
            query.setParameter(at + 2, events.get(at));
        }
        return query.getResultList();
    }

    /** The clients for which an event happened most often since a moment: client and number, the busiest first. */
    public List<Object[]> busiest(String event, Instant since, int most) {
        return entities.createQuery(
                        "SELECT r.clientId, COUNT(r) FROM AuditRecord r WHERE r.event = :event AND r.happenedAt >= :since"
                                + " AND r.clientId IS NOT NULL GROUP BY r.clientId ORDER BY COUNT(r) DESC, r.clientId",
                        Object[].class)
                .setParameter("event", event)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }
}
