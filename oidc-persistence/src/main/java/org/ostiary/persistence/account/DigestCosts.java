package org.ostiary.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What the password digests of accounts cost to compare with, beside those that are made here today. */
@ApplicationScoped
public class DigestCosts {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected DigestCosts() {}

    /** Works on the given entity manager. */
    public DigestCosts(EntityManager entities) {
        this.entities = entities;
    }

    /** All of them, in a fixed order. */
    public List<DigestCost> all() {
        return entities.createQuery("SELECT c FROM DigestCost c ORDER BY c.prefix", DigestCost.class)
                .getResultList();
    }

    /** Notes one that is not there yet. */
    public void add(DigestCost cost) {
        entities.persist(cost);
    }

    /**
     * Deletes those that no account's digest has any more.
     *
     * @return how many
     */
    public int deleteUnused() {
        return entities.createNativeQuery("DELETE FROM digest_cost WHERE NOT EXISTS"
                        + " (SELECT 1 FROM account a WHERE a.password LIKE CONCAT(digest_cost.prefix, '%'))")
                .executeUpdate();
    }
}
