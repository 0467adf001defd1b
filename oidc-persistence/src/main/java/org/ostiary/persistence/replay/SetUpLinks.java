package org.ostiary.persistence.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The links that create the first administrator. */
@ApplicationScoped
public class SetUpLinks {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SetUpLinks() {}

    /** Works on the given entity manager. */
    public SetUpLinks(EntityManager entities) {
        this.entities = entities;
    }

    public void add(SetUpLink link) {
        entities.persist(link);
    }

    /** Takes away every link that could still be used. */
    public void removeUnused() {
        entities.createQuery("DELETE FROM SetUpLink l WHERE l.usedAt IS NULL").executeUpdate();
    }

    public boolean everUsed() {
        return entities.createQuery("SELECT COUNT(l) FROM SetUpLink l WHERE l.usedAt IS NOT NULL", Long.class)
                        .getSingleResult()
                > 0;
    }

    /** Whether one was used at that moment or later. */
    public boolean usedSince(Instant moment) {
        return entities.createQuery("SELECT COUNT(l) FROM SetUpLink l WHERE l.usedAt >= :moment", Long.class)
                        .setParameter("moment", moment)
                        .getSingleResult()
                > 0;
    }

    public Optional<SetUpLink> find(String hash) {
        return Optional.ofNullable(entities.find(SetUpLink.class, hash));
    }

    /** Uses the link up; true for exactly one caller and only in time. */
    public boolean use(String hash, Instant now) {
        return entities.createQuery("UPDATE SetUpLink l SET l.usedAt = :now"
                                + " WHERE l.hash = :hash AND l.usedAt IS NULL AND l.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
