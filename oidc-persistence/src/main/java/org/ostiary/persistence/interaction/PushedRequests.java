package org.ostiary.persistence.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The pushed authorization requests. */
@ApplicationScoped
public class PushedRequests {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected PushedRequests() {}

    /** Works on the given entity manager. */
    public PushedRequests(EntityManager entities) {
        this.entities = entities;
    }

    public void add(PushedRequest request) {
        entities.persist(request);
    }

    public Optional<PushedRequest> find(String hash) {
        return Optional.ofNullable(entities.find(PushedRequest.class, hash));
    }

    /** Ends the request with an answer; true for exactly one caller. */
    public boolean complete(String hash, Instant now) {
        return entities.createQuery("UPDATE PushedRequest p SET p.completedAt = :now"
                                + " WHERE p.hash = :hash AND p.completedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
