package org.ostiary.persistence.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How often the things that nodes keep in memory have changed, so that each node knows when to read them again. */
@ApplicationScoped
public class CacheVersions {

    /** The registered clients. */
    public static final String CLIENTS = "clients";

    /** The policies and scopes that administrators defined; whoever raises it raises that of the clients as well. */
    public static final String DEFINITIONS = "definitions";

    /** The accounts that come from a file; nobody keeps them, but two nodes must not import them at once. */
    public static final String ACCOUNTS = "accounts";

    /** The signing keys. */
    public static final String KEYS = "keys";

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected CacheVersions() {}

    /** Works on the given entity manager. */
    public CacheVersions(EntityManager entities) {
        this.entities = entities;
    }

    public long current(String name) {
        return ((Number) entities.createNativeQuery("SELECT version FROM cache_version WHERE name = ?1")
                        .setParameter(1, name)
                        .getSingleResult())
                .longValue();
    }

    /** Raises the version, and so makes every other node that does the same wait until this transaction ends. */
    public void raise(String name) {
        entities.createNativeQuery("UPDATE cache_version SET version = version + 1 WHERE name = ?1")
                .setParameter(1, name)
                .executeUpdate();
    }
}
