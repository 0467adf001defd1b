package org.ostiary.persistence.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The subject identifiers. There is no way to delete one. */
@ApplicationScoped
public class SubjectIdentifiers {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SubjectIdentifiers() {}

    /** Works on the given entity manager. */
    public SubjectIdentifiers(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<SubjectIdentifier> find(String accountId, String sector) {
        return entities.createQuery(
                        "SELECT i FROM SubjectIdentifier i WHERE i.accountId = :account AND i.sector = :sector",
                        SubjectIdentifier.class)
                .setParameter("account", accountId)
                .setParameter("sector", sector)
                .getResultStream()
                .findFirst();
    }

    /** Adds it now, so that a second one for the same account and sector fails here. */
    public void add(SubjectIdentifier identifier) {
        entities.persist(identifier);
        entities.flush();
    }
}
