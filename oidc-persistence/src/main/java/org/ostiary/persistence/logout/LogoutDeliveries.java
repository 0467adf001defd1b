package org.ostiary.persistence.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The deliveries, each attempt of which belongs to one node for a while. */
@ApplicationScoped
public class LogoutDeliveries {

    private static final int LONGEST_ANSWER = 200;

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected LogoutDeliveries() {}

    /** Works on the given entity manager. */
    public LogoutDeliveries(EntityManager entities) {
        this.entities = entities;
    }

    public void add(LogoutDelivery delivery) {
        entities.persist(delivery);
    }

    /** Those that are due, the longest due first. */
    public List<LogoutDelivery> due(Instant now, int most) {
        return entities.createQuery(
                        "SELECT d FROM LogoutDelivery d WHERE d.nextAt >= :start AND d.nextAt <= :now ORDER BY d.nextAt",
                        LogoutDelivery.class)
                // Else H2 would begin with all that will never be tried again.
                .setParameter("start", Instant.EPOCH)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Takes an attempt that is due, until when another node may take it for lost.
     *
     * @param lease names the attempt
     * @return false when somebody else took it first
     */
    public boolean take(String id, String lease, Instant now, Instant until) {
        return entities.createQuery("UPDATE LogoutDelivery d SET d.nextAt = :until, d.leasedBy = :lease,"
                                + " d.attempts = d.attempts + 1 WHERE d.id = :id AND d.nextAt <= :now")
                        .setParameter("until", until)
                        .setParameter("lease", lease)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Writes down what came of the attempt; false when it was taken for lost in between. */
    public boolean finish(String id, String lease, DeliveryOutcome outcome) {
        Instant retry = outcome.retryAt();
        String answer = outcome.answer();
        // Which of the two is null stands in the statement: as a parameter a null has no type.
        return entities.createQuery("UPDATE LogoutDelivery d SET d.state = :state, d.leasedBy = NULL, "
                                + (retry == null
                                        ? "d.nextAt = NULL, d.finishedAt = :moment"
                                        : "d.nextAt = :moment, d.finishedAt = NULL")
                                + ", d.lastAnswer = :answer, d.tookMillis = :took"
                                + " WHERE d.id = :id AND d.leasedBy = :lease")
                        .setParameter("state", outcome.state())
                        .setParameter("moment", retry == null ? outcome.at() : retry)
                        .setParameter(
                                "answer",
                                answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER))
                        .setParameter("took", outcome.tookMillis())
                        .setParameter("id", id)
                        .setParameter("lease", lease)
                        .executeUpdate()
                == 1;
    }

    /** Notes that the browser was sent the frames of this request to sign out. */
    public void framed(String signOut, Instant now) {
        entities.createQuery("UPDATE LogoutDelivery d SET d.state = :framed, d.finishedAt = :now, d.attempts = 1"
                        + " WHERE d.signOut = :signOut AND d.channel = :front AND d.state = :waiting")
                .setParameter("framed", DeliveryState.FRAMED)
                .setParameter("now", now)
                .setParameter("signOut", signOut)
                .setParameter("front", Channel.FRONT)
                .setParameter("waiting", DeliveryState.WAITING)
                .executeUpdate();
    }

    /** Those of one request to sign out, as the database has them now. */
    public List<LogoutDelivery> ofSignOut(String signOut) {
        return entities.createQuery(
                        "SELECT d FROM LogoutDelivery d WHERE d.signOut = :signOut ORDER BY d.clientId, d.id",
                        LogoutDelivery.class)
                .setParameter("signOut", signOut)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
    }

    /**
     * So many at most, the newest first.
     *
     * @param state only those in it; null for all
     * @param before only those of before this moment, or of it under a smaller id
     */
    public List<LogoutDelivery> page(@Nullable DeliveryState state, Instant before, String beforeId, int most) {
        TypedQuery<LogoutDelivery> query = entities.createQuery(
                        "SELECT d FROM LogoutDelivery d WHERE d.createdAt <= :before"
                                + " AND (d.createdAt < :before OR d.id < :id)"
                                + (state == null ? "" : " AND d.state = :state")
                                // What is the same in all stands first: that is the order of the index.
                                + " ORDER BY " + (state == null ? "" : "d.state, ") + "d.createdAt DESC, d.id DESC",
                        LogoutDelivery.class)
                .setParameter("before", before)
                .setParameter("id", beforeId);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** How many are in one of these states. */
    public long countIn(Set<DeliveryState> states) {
        return entities.createQuery("SELECT COUNT(d) FROM LogoutDelivery d WHERE d.state IN :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }

    public Optional<LogoutDelivery> find(String id) {
        return Optional.ofNullable(entities.find(LogoutDelivery.class, id));
    }

    /** One that is there, as the database has it now. */
    public LogoutDelivery refreshed(String id) {
        LogoutDelivery delivery = entities.find(LogoutDelivery.class, id);
        entities.refresh(delivery);
        return delivery;
    }

    /** Lets one begin anew that was refused or given up; false for every other, also for one that the client took. */
    public boolean sendAgain(String id, Instant now) {
        return entities.createQuery("UPDATE LogoutDelivery d SET d.state = :waiting, d.nextAt = :now,"
                                + " d.finishedAt = NULL, d.attempts = 0, d.leasedBy = NULL"
                                + " WHERE d.id = :id AND d.channel = :back AND d.state IN :over")
                        .setParameter("waiting", DeliveryState.WAITING)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("back", Channel.BACK)
                        .setParameter("over", Set.of(DeliveryState.REFUSED, DeliveryState.GIVEN_UP))
                        .executeUpdate()
                == 1;
    }

    /** Those of an account, the newest first. */
    public List<LogoutDelivery> ofAccount(String accountId, int most) {
        return entities.createQuery(
                        "SELECT d FROM LogoutDelivery d WHERE d.accountId = :account ORDER BY d.createdAt DESC, d.id",
                        LogoutDelivery.class)
                .setParameter("account", accountId)
                .setMaxResults(most)
                .getResultList();
    }
}
