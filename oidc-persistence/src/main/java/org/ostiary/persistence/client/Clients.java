package org.ostiary.persistence.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The registered clients and their secrets. */
@ApplicationScoped
public class Clients {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Clients() {}

    /** Works on the given entity manager. */
    public Clients(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(entities.find(Client.class, clientId));
    }

    /** The client, which nobody else changes until the transaction ends. */
    public Optional<Client> findHeld(String clientId) {
        return Optional.ofNullable(entities.find(Client.class, clientId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of the configuration that are enabled. */
    public List<Client> configured() {
        return entities.createQuery(
                        "SELECT c FROM Client c WHERE c.configured = TRUE AND c.enabled = TRUE ORDER BY c.clientId",
                        Client.class)
                .getResultList();
    }

    /** The ids of so many clients at most whose rights changed until then, and that were not judged since, the first changed first. */
    public List<String> unjudged(Instant until, int most) {
        return entities.createQuery(
                        "SELECT c.clientId FROM Client c WHERE c.rightsChangedAt >= :start AND c.rightsChangedAt <= :until"
                                + " ORDER BY c.rightsChangedAt",
                        String.class)
                .setParameter("start", Instant.EPOCH)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultList();
    }

    public List<Client> all() {
        return entities.createQuery("SELECT c FROM Client c ORDER BY c.clientId", Client.class)
                .getResultList();
    }

    /** So many clients at most that were not deleted, in the order of their identifiers and after this one. */
    public List<Client> page(String prefix, String after, int most) {
        return entities.createQuery(
                        "SELECT c FROM Client c WHERE c.deletedAt IS NULL AND c.clientId > :after"
                                + " AND c.clientId LIKE :prefix ESCAPE '!' ORDER BY c.clientId",
                        Client.class)
                .setParameter("after", after)
                .setParameter("prefix", prefix.replaceAll("[!%_]", "!$0") + "%")
                .setMaxResults(most)
                .getResultList();
    }

    /** The secrets of one client, also those that count no more. */
    public List<ClientSecret> secretsOf(String clientId) {
        return entities.createQuery(
                        "SELECT s FROM ClientSecret s WHERE s.clientId = :client ORDER BY s.id", ClientSecret.class)
                .setParameter("client", clientId)
                .getResultList();
    }

    public void add(ClientSecret secret) {
        entities.persist(secret);
    }

    public void remove(ClientSecret secret) {
        entities.remove(secret);
    }

    public List<ClientSecret> secrets() {
        return entities.createQuery("SELECT s FROM ClientSecret s", ClientSecret.class)
                .getResultList();
    }

    public void add(Client client) {
        entities.persist(client);
        entities.flush();
    }

    /** Makes these the only secrets of the client; answers whether that changed anything. */
    public boolean replaceSecrets(String clientId, List<ClientSecret> wanted) {
        List<ClientSecret> known = entities.createQuery(
                        "SELECT s FROM ClientSecret s WHERE s.clientId = :client ORDER BY s.digest", ClientSecret.class)
                .setParameter("client", clientId)
                .getResultList();
        if (known.size() == wanted.size()
                && known.stream().allMatch(each -> wanted.stream().anyMatch(each::sameAs))) {
            return false;
        }
        known.forEach(entities::remove);
        wanted.forEach(entities::persist);
        return true;
    }
}
