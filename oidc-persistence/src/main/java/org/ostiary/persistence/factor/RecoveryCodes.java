package org.ostiary.persistence.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The recovery codes of all accounts. */
@ApplicationScoped
public class RecoveryCodes {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected RecoveryCodes() {}

    /** Works on the given entity manager. */
    public RecoveryCodes(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes these the account's codes; all older ones are gone. */
    public void replace(String accountId, List<String> hashes, Instant now) {
        remove(accountId);
        hashes.forEach(hash -> entities.persist(new RecoveryCode(hash, accountId, now)));
    }

    /** Takes all codes of an account away. */
    public void remove(String accountId) {
        entities.createQuery("DELETE FROM RecoveryCode c WHERE c.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Uses a code of this account up; true for exactly one caller. */
    public boolean use(String accountId, String hash, Instant now) {
        return entities.createQuery("UPDATE RecoveryCode c SET c.usedAt = :now"
                                + " WHERE c.hash = :hash AND c.accountId = :account AND c.usedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** How many codes of an account still work. */
    public long left(String accountId) {
        return entities.createQuery(
                        "SELECT COUNT(c) FROM RecoveryCode c WHERE c.accountId = :account AND c.usedAt IS NULL",
                        Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }
}
