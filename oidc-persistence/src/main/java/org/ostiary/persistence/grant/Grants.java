package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

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
