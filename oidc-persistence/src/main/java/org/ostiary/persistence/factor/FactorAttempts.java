package org.ostiary.persistence.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * How often wrong codes were tried, for an account and within an interaction. A try is counted before it is judged and taken
 * back when it was right, so that any number of guesses in the same instant are never more than the limit.
 */
@ApplicationScoped
public class FactorAttempts {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected FactorAttempts() {}

    /** Works on the given entity manager. */
    public FactorAttempts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Counts a try of an account; false when there were too many.
     *
     * @param quietSince a series of tries of which the last was before this is forgotten
     */
    public boolean countOfAccount(String accountId, int most, Instant now, Instant quietSince) {
        return entities.createNativeQuery("UPDATE account SET factor_failed_at = ?1, factor_failures ="
                                + " CASE WHEN factor_failed_at <= ?2 THEN 1 ELSE factor_failures + 1 END"
                                + " WHERE id = ?3 AND (factor_failures < ?4 OR factor_failed_at <= ?2)")
                        .setParameter(1, now.toEpochMilli())
                        .setParameter(2, quietSince.toEpochMilli())
                        .setParameter(3, accountId)
                        .setParameter(4, most)
                        .executeUpdate()
                == 1;
    }

    /** Counts a try within an interaction; false when there were too many. */
    public boolean countOfInteraction(String handleHash, int most) {
        return entities.createNativeQuery("UPDATE interaction SET factor_failures = factor_failures + 1"
                                + " WHERE handle_hash = ?1 AND factor_failures < ?2")
                        .setParameter(1, handleHash)
                        .setParameter(2, most)
                        .executeUpdate()
                == 1;
    }

    /** Takes a try of an account back. */
    public void takeBackOfAccount(String accountId) {
        entities.createNativeQuery("UPDATE account SET factor_failures = factor_failures - 1"
                        + " WHERE id = ?1 AND factor_failures > 0")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    /** Takes a try within an interaction back. */
    public void takeBackOfInteraction(String handleHash) {
        entities.createNativeQuery("UPDATE interaction SET factor_failures = factor_failures - 1"
                        + " WHERE handle_hash = ?1 AND factor_failures > 0")
                .setParameter(1, handleHash)
                .executeUpdate();
    }
}
