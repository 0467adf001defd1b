package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.session.LoginSession;

/** The grants. */
@ApplicationScoped
public class Grants {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Grants() {}

    /** Works on the given entity manager. */
    public Grants(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes the grant at once: what hangs on it refers to it, and JPA orders inserts by its own mind. */
    public void add(Grant grant) {
        entities.persist(grant);
        entities.flush();
    }

    /** So many grants of the client at most that were not revoked, in the order of their ids and after this one. */
    public List<GrantStanding> unrevoked(String clientId, String after, int most) {
        return unrevoked("g.clientId = :value AND g.id > :after")
                .setParameter("value", clientId)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(Grants::standing)
                .toList();
    }

    /** The grants of the account that were not revoked. */
    public List<GrantStanding> unrevokedOf(String accountId) {
        return unrevoked("g.accountId = :value")
                .setParameter("value", accountId)
                .getResultStream()
                .map(Grants::standing)
                .toList();
    }

    private TypedQuery<Object[]> unrevoked(String condition) {
        return entities.createQuery(
                "SELECT g, a, s FROM Grant g JOIN Account a ON a.id = g.accountId JOIN LoginSession s ON s.id = g.sessionId"
                        + " WHERE g.revokedAt IS NULL AND " + condition + " ORDER BY g.id",
                Object[].class);
    }

    private static GrantStanding standing(Object[] row) {
        return new GrantStanding((Grant) row[0], (Account) row[1], (LoginSession) row[2]);
    }

    /**
     * Revokes what an account granted in other sessions than one, what outlives sessions too; an empty {@code kept} revokes
     * everything.
     */
    public int revokeOthers(String accountId, String kept, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.accountId = :account AND g.sessionId <> :kept AND g.revokedAt IS NULL")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** Revokes the grant and so all that hangs on it; answers whether this call did. */
    public boolean revoke(String grantId, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                                + " WHERE g.id = :id AND g.revokedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", grantId)
                        .executeUpdate()
                == 1;
    }
}
