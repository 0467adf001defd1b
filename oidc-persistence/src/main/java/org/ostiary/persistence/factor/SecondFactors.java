package org.ostiary.persistence.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whether an account has a second factor at all, and how many, whatever kind they are. */
@ApplicationScoped
public class SecondFactors {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SecondFactors() {}

    /** Works on the given entity manager. */
    public SecondFactors(EntityManager entities) {
        this.entities = entities;
    }

    /** True when the account could be asked for one. */
    public boolean existFor(String accountId) {
        return countFor(accountId) > 0;
    }

    /** How many an account has. */
    public long countFor(String accountId) {
        Number found = (Number)
                entities.createNativeQuery("SELECT (SELECT COUNT(*) FROM totp_credential WHERE account_id = ?1)"
                                + " + (SELECT COUNT(*) FROM security_key WHERE account_id = ?1)")
                        .setParameter(1, accountId)
                        .getSingleResult();
        return found.longValue();
    }
}
