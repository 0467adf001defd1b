package org.ostiary.persistence.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The authenticator apps of all accounts. */
@ApplicationScoped
public class TotpCredentials {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected TotpCredentials() {}

    /** Works on the given entity manager. */
    public TotpCredentials(EntityManager entities) {
        this.entities = entities;
    }

    public void add(TotpCredential credential) {
        entities.persist(credential);
    }

    /** Those of an account, the oldest first. */
    public List<TotpCredential> of(String accountId) {
        return entities.createQuery(
                        "SELECT c FROM TotpCredential c WHERE c.accountId = :account ORDER BY c.createdAt, c.id",
                        TotpCredential.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Gives an app of this account another name; false when it has no such app. */
    public boolean rename(String accountId, String id, String name) {
        return entities.createQuery(
                                "UPDATE TotpCredential c SET c.name = :name WHERE c.id = :id AND c.accountId = :account")
                        .setParameter("name", name)
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** Takes an app of this account away; false when it has no such app. */
    public boolean remove(String accountId, String id) {
        return entities.createQuery("DELETE FROM TotpCredential c WHERE c.id = :id AND c.accountId = :account")
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /** Uses up a time step and all before it; true for exactly one caller (RFC 6238, section 5.2). */
    public boolean use(String id, long step, Instant now) {
        return entities.createQuery("UPDATE TotpCredential c SET c.lastStep = :step, c.lastUsedAt = :now"
                                + " WHERE c.id = :id AND c.lastStep < :step")
                        .setParameter("step", step)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Takes all apps of this account away. */
    public void removeAll(String accountId) {
        entities.createQuery("DELETE FROM TotpCredential c WHERE c.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
