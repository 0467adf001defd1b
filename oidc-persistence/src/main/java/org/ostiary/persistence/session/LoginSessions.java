package org.ostiary.persistence.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.subject.SubjectIdentifier;

/** The login sessions. */
@ApplicationScoped
public class LoginSessions {

    private static final String OVERDUE =
            "(s.expiresAt <= :now OR (s.remembered = FALSE AND s.lastSeenAt <= :idleSince))";

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected LoginSessions() {}

    /** Works on the given entity manager. */
    public LoginSessions(EntityManager entities) {
        this.entities = entities;
    }

    public void add(LoginSession session) {
        entities.persist(session);
    }

    /**
     * The sessions that were not ended of the browser that has this handle, each with its account and what that account is to
     * the client; one statement. The handle may be one of a session that is too old, but not of one that was ended.
     *
     * @param sector in which the client knows accounts
     */
    public List<SessionStanding> ofBrowser(String handleHash, String clientId, String sector) {
        // The account is not joined with ON: EclipseLink would put it where the outer join cannot see it.
        List<Object[]> rows = entities.createQuery(
                        "SELECT s, a, c, i FROM Account a, LoginSession s"
                                + " LEFT JOIN Consent c ON c.accountId = s.accountId AND c.clientId = :client"
                                + " LEFT JOIN SubjectIdentifier i ON i.accountId = s.accountId AND i.sector = :sector"
                                + " WHERE a.id = s.accountId AND s.endedAt IS NULL AND s.browserId IN"
                                + " (SELECT h.browserId FROM LoginSession h"
                                + " WHERE h.handleHash = :handle AND h.endedAt IS NULL)",
                        Object[].class)
                .setParameter("client", clientId)
                .setParameter("sector", sector)
                .setParameter("handle", handleHash)
                .getResultList();
        Map<String, List<Object[]>> bySession = new LinkedHashMap<>();
        rows.forEach(row -> bySession
                .computeIfAbsent(((LoginSession) row[0]).id(), id -> new ArrayList<>())
                .add(row));
        return bySession.values().stream().map(LoginSessions::standing).toList();
    }

    private static SessionStanding standing(List<Object[]> rows) {
        List<Consent> consents = rows.stream()
                .map(row -> (Consent) row[2])
                .filter(Objects::nonNull)
                .toList();
        Object[] first = rows.get(0);
        SubjectIdentifier subject = (SubjectIdentifier) first[3];
        return new SessionStanding(
                (LoginSession) first[0], (Account) first[1], consents, subject == null ? null : subject.sub());
    }

    /** Notes that the session was used; {@code since} keeps this from being written at every request. */
    public void touch(String sessionId, Instant now, Instant since) {
        entities.createQuery("UPDATE LoginSession s SET s.lastSeenAt = :now WHERE s.id = :id AND s.lastSeenAt < :since")
                .setParameter("now", now)
                .setParameter("id", sessionId)
                .setParameter("since", since)
                .executeUpdate();
    }

    /** The sessions of an account that were neither ended nor are too old at {@code now}, the latest used first. */
    public List<LoginSession> ofAccount(String accountId, Instant now) {
        return entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.accountId = :account AND s.endedAt IS NULL"
                                + " AND s.expiresAt > :now ORDER BY s.lastSeenAt DESC",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getResultList();
    }

    /**
     * Sessions of an account that have not ended, the latest used first.
     *
     * @param but the id of one that is left out
     * @param before only those used before that moment, or at it with a smaller id than {@code beforeId}
     */
    public List<LoginSession> ofAccountBut(
            String accountId, String but, Instant now, Instant before, String beforeId, int most) {
        return entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.accountId = :account AND s.id <> :but AND s.endedAt IS NULL"
                                + " AND s.expiresAt > :now"
                                + " AND (s.lastSeenAt < :before OR (s.lastSeenAt = :before AND s.id < :beforeId))"
                                + " ORDER BY s.lastSeenAt DESC, s.id DESC",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("but", but)
                .setParameter("now", now)
                .setParameter("before", before)
                .setParameter("beforeId", beforeId)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Ends a session.
     *
     * @param reason why, in one word
     * @return whether this call did; false when it had ended already, or there is none
     */
    public boolean end(String sessionId, String reason, Instant now) {
        return entities.createQuery("UPDATE LoginSession s SET s.endedAt = :now, s.endReason = :reason"
                                + " WHERE s.id = :id AND s.endedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", sessionId)
                        .executeUpdate()
                == 1;
    }

    /** Ends a session if it is still too old, or was still not used since {@code idleSince}; answers whether this call did. */
    public boolean expire(String sessionId, String reason, Instant now, Instant idleSince) {
        return entities.createQuery("UPDATE LoginSession s SET s.endedAt = :now, s.endReason = :reason"
                                + " WHERE s.id = :id AND s.endedAt IS NULL AND " + OVERDUE)
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", sessionId)
                        .setParameter("idleSince", idleSince)
                        .executeUpdate()
                == 1;
    }

    /**
     * Sessions that nobody ended and that are over by their time, or because they were not used since {@code idleSince}; so many at
     * most of either. Two statements, each in the order of its index: no index serves a condition or another, and without an order
     * PostgreSQL would read all sessions, because it takes those that are over for many.
     */
    public List<LoginSession> overdue(Instant now, Instant idleSince, int most) {
        Set<LoginSession> overdue = new LinkedHashSet<>(entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.endedAt IS NULL AND s.expiresAt <= :now"
                                + " ORDER BY s.endedAt, s.expiresAt",
                        LoginSession.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList());
        overdue.addAll(entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.endedAt IS NULL AND s.remembered = FALSE"
                                + " AND s.lastSeenAt <= :idleSince ORDER BY s.endedAt, s.remembered, s.lastSeenAt",
                        LoginSession.class)
                .setParameter("idleSince", idleSince)
                .setMaxResults(most)
                .getResultList());
        return List.copyOf(overdue);
    }

    /** The sessions of an account that nobody ended, whatever their age. */
    public List<LoginSession> unended(String accountId) {
        return unended("s.accountId", accountId);
    }

    /** The sessions of a browser that nobody ended, whatever their age. */
    public List<LoginSession> unendedOfBrowser(String browserId) {
        return unended("s.browserId", browserId);
    }

    private List<LoginSession> unended(String column, String value) {
        return entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE " + column + " = :value AND s.endedAt IS NULL",
                        LoginSession.class)
                .setParameter("value", value)
                .getResultList();
    }

    /** So many sessions at most that nobody ended, of all accounts, in the order of their ids and after this one. */
    public List<LoginSession> unendedAfter(String sessionId, int most) {
        return entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.endedAt IS NULL AND s.id > :after ORDER BY s.id",
                        LoginSession.class)
                .setParameter("after", sessionId)
                .setMaxResults(most)
                .getResultList();
    }

    /** So many sessions of an account at most that nobody ended, in the order of their ids and after this one. */
    public List<LoginSession> unendedAfter(String accountId, String sessionId, int most) {
        return entities.createQuery(
                        "SELECT s FROM LoginSession s WHERE s.accountId = :account AND s.endedAt IS NULL"
                                + " AND s.id > :after ORDER BY s.id",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("after", sessionId)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many sessions of an account nobody ended. */
    public long countUnended(String accountId) {
        return entities.createQuery(
                        "SELECT COUNT(s) FROM LoginSession s WHERE s.accountId = :account AND s.endedAt IS NULL",
                        Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    /** How many sessions nobody ended, of all accounts. */
    public long countUnended() {
        return entities.createQuery("SELECT COUNT(s) FROM LoginSession s WHERE s.endedAt IS NULL", Long.class)
                .getSingleResult();
    }

    public Optional<LoginSession> find(String sessionId) {
        return Optional.ofNullable(entities.find(LoginSession.class, sessionId));
    }
}
