package org.ostiary.persistence.reset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The links that lead to a new password. */
@ApplicationScoped
public class ResetLinks {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected ResetLinks() {}

    /** Works on the given entity manager. */
    public ResetLinks(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ResetLink link) {
        entities.persist(link);
    }

    public Optional<ResetLink> find(String hash) {
        return Optional.ofNullable(entities.find(ResetLink.class, hash));
    }

    /** Uses the link up; true for exactly one caller and only in time. */
    public boolean use(String hash, Instant now) {
        return entities.createQuery("UPDATE ResetLink l SET l.endedAt = :now"
                                + " WHERE l.hash = :hash AND l.endedAt IS NULL AND l.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    /** Ends all links of an account. */
    public void endAll(String accountId, Instant now) {
        entities.createQuery("UPDATE ResetLink l SET l.endedAt = :now"
                        + " WHERE l.accountId = :account AND l.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
