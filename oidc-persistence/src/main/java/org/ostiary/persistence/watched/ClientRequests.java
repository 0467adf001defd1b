package org.ostiary.persistence.watched;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The recent requests of all clients that are watched. */
@ApplicationScoped
public class ClientRequests {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected ClientRequests() {}

    /** Works on the given entity manager. */
    public ClientRequests(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ClientRequest request) {
        entities.persist(request);
    }

    /** So many at most of a client that are not forgotten, the latest first. */
    public List<ClientRequest> of(String clientId, Instant now, int most) {
        return entities.createQuery(
                        "SELECT r FROM ClientRequest r WHERE r.clientId = :client AND r.expiresAt > :now"
                                + " ORDER BY r.happenedAt DESC, r.id",
                        ClientRequest.class)
                .setParameter("client", clientId)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Deletes those of a client beyond the newest {@code kept}. */
    public int deleteBeyond(String clientId, int kept) {
        List<String> older = entities.createQuery(
                        "SELECT r.id FROM ClientRequest r WHERE r.clientId = :client ORDER BY r.happenedAt DESC, r.id",
                        String.class)
                .setParameter("client", clientId)
                .setFirstResult(kept)
                .getResultList();
        return older.isEmpty()
                ? 0
                : entities.createQuery("DELETE FROM ClientRequest r WHERE r.id IN :older")
                        .setParameter("older", older)
                        .executeUpdate();
    }

    /** Deletes all of a client. */
    public void forget(String clientId) {
        entities.createQuery("DELETE FROM ClientRequest r WHERE r.clientId = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }
}
