package org.ostiary.persistence.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The signing keys. */
@ApplicationScoped
public class SigningKeys {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKeys() {}

    /** Works on the given entity manager. */
    public SigningKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** All keys, the newest first. */
    public List<SigningKey> all() {
        return entities.createQuery("SELECT k FROM SigningKey k ORDER BY k.createdAt DESC, k.kid", SigningKey.class)
                .getResultList();
    }

    public void add(SigningKey key) {
        entities.persist(key);
    }
}
