package org.ostiary.persistence.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The requests that were refused lately. */
@ApplicationScoped
public class RefusedRequests {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected RefusedRequests() {}

    /** Works on the given entity manager. */
    public RefusedRequests(EntityManager entities) {
        this.entities = entities;
    }

    public void add(RefusedRequest refused) {
        entities.persist(refused);
    }

    public Optional<RefusedRequest> find(String requestId) {
        return Optional.ofNullable(entities.find(RefusedRequest.class, requestId));
    }

    /** Deletes a batch of those beyond the newest {@code kept}; answers how many went, {@code most} when there may be more. */
    public int deleteBeyond(int kept, int most) {
        List<String> oldest = entities.createQuery(
                        "SELECT r.requestId FROM RefusedRequest r ORDER BY r.happenedAt DESC, r.requestId",
                        String.class)
                .setFirstResult(kept)
                .setMaxResults(most)
                .getResultList();
        return oldest.isEmpty()
                ? 0
                : entities.createQuery("DELETE FROM RefusedRequest r WHERE r.requestId IN :oldest")
                        .setParameter("oldest", oldest)
                        .executeUpdate();
    }
}
