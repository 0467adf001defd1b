package org.ostiary.persistence.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The requests to sign out. */
@ApplicationScoped
public class SignOuts {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SignOuts() {}

    /** Works on the given entity manager. */
    public SignOuts(EntityManager entities) {
        this.entities = entities;
    }

    public void add(SignOut signOut) {
        entities.persist(signOut);
    }

    public Optional<SignOut> find(String handleHash) {
        return Optional.ofNullable(entities.find(SignOut.class, handleHash));
    }
}
