package org.ostiary.persistence.reset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The requests for a new password that nobody has answered yet. */
@ApplicationScoped
public class ResetRequests {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected ResetRequests() {}

    /** Works on the given entity manager. */
    public ResetRequests(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ResetRequest request) {
        entities.persist(request);
    }

    /** So many at most, the earliest first. */
    public List<ResetRequest> oldest(int most) {
        return entities.createQuery("SELECT r FROM ResetRequest r ORDER BY r.createdAt, r.id", ResetRequest.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes a request away to answer it; true for exactly one caller. */
    public boolean take(String id) {
        return entities.createQuery("DELETE FROM ResetRequest r WHERE r.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
