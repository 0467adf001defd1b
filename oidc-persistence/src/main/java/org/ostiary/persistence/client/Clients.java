package org.ostiary.persistence.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    public List<Client> all() {
        return entities.createQuery("SELECT c FROM Client c ORDER BY c.clientId", Client.class)
                .getResultList();
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
