package org.ostiary.persistence.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The security keys and passkeys of all accounts. */
@ApplicationScoped
public class SecurityKeys {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SecurityKeys() {}

    /** Works on the given entity manager. */
    public SecurityKeys(EntityManager entities) {
        this.entities = entities;
    }

    public void add(SecurityKey key) {
        entities.persist(key);
    }

    /** Those of an account, the oldest first. */
    public List<SecurityKey> of(String accountId) {
        return entities.createQuery(
                        "SELECT k FROM SecurityKey k WHERE k.accountId = :account ORDER BY k.createdAt, k.id",
                        SecurityKey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** The key that its authenticator calls so, base64url. */
    public Optional<SecurityKey> find(String credentialId) {
        return entities.createQuery("SELECT k FROM SecurityKey k WHERE k.credentialId = :id", SecurityKey.class)
                .setParameter("id", credentialId)
                .getResultStream()
                .findFirst();
    }

    /** Notes a use with the authenticator's counter; false when the counter did not grow, although it counts. */
    public boolean use(String id, long signCount, Instant now) {
        return entities.createQuery("UPDATE SecurityKey k SET k.signCount = :count, k.lastUsedAt = :now"
                                + " WHERE k.id = :id AND (k.signCount < :count OR (k.signCount = 0 AND :count = 0))")
                        .setParameter("count", signCount)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Marks a key as one that there may be a copy of. */
    public void suspectCopy(String id, Instant now) {
        entities.createQuery("UPDATE SecurityKey k SET k.copySuspectedAt = :now WHERE k.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Gives a key of this account another name; false when it has no such key. */
    public boolean rename(String accountId, String id, String name) {
        return entities.createQuery(
                                "UPDATE SecurityKey k SET k.name = :name WHERE k.id = :id AND k.accountId = :account")
                        .setParameter("name", name)
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** Takes a key of this account away; false when it has no such key. */
    public boolean remove(String accountId, String id) {
        return entities.createQuery("DELETE FROM SecurityKey k WHERE k.id = :id AND k.accountId = :account")
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** Takes all keys of this account away. */
    public void removeAll(String accountId) {
        entities.createQuery("DELETE FROM SecurityKey k WHERE k.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
