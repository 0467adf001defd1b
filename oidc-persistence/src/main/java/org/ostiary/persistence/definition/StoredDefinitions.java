package org.ostiary.persistence.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What administrators gave a name while the server runs. */
@ApplicationScoped
public class StoredDefinitions {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDefinitions() {}

    /** Works on the given entity manager. */
    public StoredDefinitions(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<StoredDefinition> find(String kind, String name) {
        return Optional.ofNullable(entities.find(StoredDefinition.class, new StoredDefinitionId(kind, name)));
    }

    /** All of them, in the order of their kinds and names. */
    public List<StoredDefinition> all() {
        return entities.createQuery("SELECT d FROM StoredDefinition d ORDER BY d.kind, d.name", StoredDefinition.class)
                .getResultList();
    }

    public void add(StoredDefinition definition) {
        entities.persist(definition);
        entities.flush();
    }

    public void remove(StoredDefinition definition) {
        entities.remove(definition);
        entities.flush();
    }
}
