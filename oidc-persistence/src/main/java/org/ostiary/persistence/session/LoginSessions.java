package org.ostiary.persistence.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.subject.SubjectIdentifier;

/** The login sessions. */
@ApplicationScoped
public class LoginSessions {

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

    /** Ends a session of this account; answers whether there was one to end. */
    public boolean endOne(String sessionId, String accountId, Instant now) {
        return entities.createQuery("UPDATE LoginSession s SET s.endedAt = :now"
                                + " WHERE s.id = :id AND s.accountId = :account AND s.endedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("id", sessionId)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** Ends all sessions of an account but one, or all with an empty {@code kept}; answers how many there were. */
    public int endOthers(String accountId, String kept, Instant now) {
        return entities.createQuery("UPDATE LoginSession s SET s.endedAt = :now"
                        + " WHERE s.accountId = :account AND s.id <> :kept AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** Ends all sessions of a browser; answers how many this call ended. */
    public int endAll(String browserId, Instant now) {
        return entities.createQuery("UPDATE LoginSession s SET s.endedAt = :now"
                        + " WHERE s.browserId = :browser AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("browser", browserId)
                .executeUpdate();
    }
}
