package org.ostiary.persistence.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Which browsers an account was seen with. */
@ApplicationScoped
public class KnownBrowsers {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected KnownBrowsers() {}

    /** Works on the given entity manager. */
    public KnownBrowsers(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes that the account was seen with the browser; false when it had not been before. */
    public boolean seen(String accountId, String browserHash, Instant now) {
        int known = entities.createNativeQuery(
                        "UPDATE known_browser SET last_seen_at = ?1 WHERE account_id = ?2 AND browser_hash = ?3")
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, accountId)
                .setParameter(3, browserHash)
                .executeUpdate();
        return known == 1;
    }

    /** Whether the account was seen with any browser. */
    public boolean any(String accountId) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM known_browser WHERE account_id = ?1")
                                .setParameter(1, accountId)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Remembers a browser that {@link #seen} did not know. */
    public void add(String accountId, String browserHash, Instant now) {
        entities.createNativeQuery("INSERT INTO known_browser (account_id, browser_hash, first_seen_at, last_seen_at)"
                        + " SELECT CAST(?1 AS VARCHAR(36)), CAST(?2 AS VARCHAR(43)), CAST(?3 AS BIGINT), CAST(?3 AS BIGINT)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM known_browser WHERE account_id = ?1 AND browser_hash = ?2)")
                .setParameter(1, accountId)
                .setParameter(2, browserHash)
                .setParameter(3, now.toEpochMilli())
                .executeUpdate();
    }
}
