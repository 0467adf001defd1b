package org.ostiary.persistence.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** The chain into which audit records are sealed: what waits for its place, what has one, and the two ends. */
@ApplicationScoped
public class AuditChains {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected AuditChains() {}

    /** Works on the given entity manager. */
    public AuditChains(EntityManager entities) {
        this.entities = entities;
    }

    /** The chain as it is now. */
    public AuditChain current() {
        entities.clear();
        return asking().getSingleResult();
    }

    /** The same, and nobody else moves it until this transaction ends. */
    public AuditChain held() {
        return asking().setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }

    private TypedQuery<AuditChain> asking() {
        return entities.createQuery("SELECT c FROM AuditChain c WHERE c.name = :name", AuditChain.class)
                .setParameter("name", AuditChain.TRAIL);
    }

    /** So many records at most that wait for their place, the oldest first. */
    public List<AuditRecord> waiting(int most) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.position IS NULL ORDER BY r.happenedAt, r.id",
                        AuditRecord.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many records wait for their place. */
    public long countWaiting() {
        return entities.createQuery("SELECT COUNT(r) FROM AuditRecord r WHERE r.position IS NULL", Long.class)
                .getSingleResult();
    }

    /** Moves the ends of the chain; exactly one of several that saw the same ends succeeds. */
    public boolean move(ChainEnds from, ChainEnds to, String mark) {
        return entities.createNativeQuery("UPDATE audit_chain SET last_position = ?1, last_seal = ?2,"
                                + " pruned_position = ?3, pruned_seal = ?4, mark = ?5"
                                + " WHERE name = ?6 AND last_position = ?7 AND pruned_position = ?8")
                        .setParameter(1, to.lastPosition())
                        .setParameter(2, to.lastSeal())
                        .setParameter(3, to.prunedPosition())
                        .setParameter(4, to.prunedSeal())
                        .setParameter(5, mark)
                        .setParameter(6, AuditChain.TRAIL)
                        .setParameter(7, from.lastPosition())
                        .setParameter(8, from.prunedPosition())
                        .executeUpdate()
                == 1;
    }

    /** Gives a record its place, unless it has one. */
    public boolean seal(AuditRecord waiting, long position, String seal) {
        return entities.createNativeQuery(
                                "UPDATE audit_record SET seal_position = ?1, seal = ?2 WHERE id = ?3 AND seal_position IS NULL")
                        .setParameter(1, position)
                        .setParameter(2, seal)
                        .setParameter(3, waiting.id())
                        .executeUpdate()
                == 1;
    }

    /** So many records at most with a place that nobody gave: one after the last. */
    public List<AuditRecord> beyond(int most) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r, AuditChain c WHERE r.position > c.lastPosition ORDER BY r.position",
                        AuditRecord.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** So many records at most of the places between, in their order. Forgets those that were read before. */
    public List<AuditRecord> between(long after, long upTo, int most) {
        entities.clear();
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r WHERE r.position > :after AND r.position <= :upTo"
                                + " ORDER BY r.position",
                        AuditRecord.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(most)
                .getResultList();
    }

    /** So many records at most with a place before the first one: what was kept when the others went, or came back. */
    public List<AuditRecord> before(int most) {
        return entities.createQuery(
                        "SELECT r FROM AuditRecord r, AuditChain c WHERE r.position <= c.prunedPosition ORDER BY r.position",
                        AuditRecord.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many records have a place that is none of the chain. */
    public long countOutside() {
        return entities.createQuery(
                        "SELECT COUNT(r) FROM AuditRecord r, AuditChain c"
                                + " WHERE r.position > c.lastPosition OR r.position <= c.prunedPosition",
                        Long.class)
                .getSingleResult();
    }

    /** Deletes these records; answers how many there were. */
    public int delete(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : entities.createQuery("DELETE FROM AuditRecord r WHERE r.id IN :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
