package org.ostiary.persistence.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.Consent;

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

    /** The session behind a handle, its account, and what that account has granted to the client; one statement. */
    public Optional<SessionStanding> find(String handleHash, String clientId) {
        // The account is not joined with ON: EclipseLink would put it where the outer join cannot see it.
        List<Object[]> rows = entities.createQuery(
                        "SELECT s, a, c FROM Account a, LoginSession s"
                                + " LEFT JOIN Consent c ON c.accountId = s.accountId AND c.clientId = :client"
                                + " WHERE a.id = s.accountId AND s.handleHash = :handle",
                        Object[].class)
                .setParameter("client", clientId)
                .setParameter("handle", handleHash)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Consent> consents = rows.stream()
                .map(row -> (Consent) row[2])
                .filter(Objects::nonNull)
                .toList();
        return Optional.of(new SessionStanding((LoginSession) rows.get(0)[0], (Account) rows.get(0)[1], consents));
    }

    /** Notes that the session was used; {@code since} keeps this from being written at every request. */
    public void touch(String sessionId, Instant now, Instant since) {
        entities.createQuery("UPDATE LoginSession s SET s.lastSeenAt = :now WHERE s.id = :id AND s.lastSeenAt < :since")
                .setParameter("now", now)
                .setParameter("id", sessionId)
                .setParameter("since", since)
                .executeUpdate();
    }

    /** Ends the session behind a handle; answers whether this call ended it. */
    public boolean end(String handleHash, Instant now) {
        return entities.createQuery(
                                "UPDATE LoginSession s SET s.endedAt = :now WHERE s.handleHash = :handle AND s.endedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("handle", handleHash)
                        .executeUpdate()
                == 1;
    }
}
