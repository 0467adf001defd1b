package org.ostiary.persistence.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

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

    /** All keys, the latest to sign first. */
    public List<SigningKey> all() {
        return entities.createQuery("SELECT k FROM SigningKey k ORDER BY k.activeFrom DESC, k.kid", SigningKey.class)
                .getResultList();
    }

    /** The key of that name, whatever became of it. */
    public Optional<SigningKey> find(String kid) {
        return Optional.ofNullable(entities.find(SigningKey.class, kid));
    }

    public void add(SigningKey key) {
        entities.persist(key);
    }

    /** Deletes a key that is over. */
    public void remove(SigningKey key) {
        entities.remove(key);
    }
}
