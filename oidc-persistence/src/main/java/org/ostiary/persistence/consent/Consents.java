package org.ostiary.persistence.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.ostiary.persistence.account.Account;

/** The remembered decisions. */
@ApplicationScoped
public class Consents {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Consents() {}

    /** Works on the given entity manager. */
    public Consents(EntityManager entities) {
        this.entities = entities;
    }

    /** Holds the account's row until the transaction ends, so that two tabs decide one after the other. */
    public void hold(String accountId) {
        entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Remembers a decision on each item; earlier ones are replaced. */
    public void remember(String accountId, String clientId, Map<String, ConsentDecision> decisions) {
        hold(accountId);
        decisions.forEach((item, decision) -> {
            Consent known = entities.find(Consent.class, new ConsentId(accountId, clientId, item));
            if (known == null) {
                entities.persist(new Consent(accountId, clientId, item, decision));
            } else {
                known.decide(decision);
            }
        });
    }

    /** Every decision of that account, also those that no longer count. */
    public List<Consent> of(String accountId) {
        return entities.createQuery("SELECT c FROM Consent c WHERE c.accountId = :account", Consent.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Every decision of that account about a client. */
    public List<Consent> of(String accountId, String clientId) {
        return entities.createQuery(
                        "SELECT c FROM Consent c WHERE c.accountId = :account AND c.clientId = :client", Consent.class)
                .setParameter("account", accountId)
                .setParameter("client", clientId)
                .getResultList();
    }

    /** Forgets the decision on one item, if there is one. */
    public void forget(String accountId, String clientId, String item) {
        entities.createQuery(
                        "DELETE FROM Consent c WHERE c.accountId = :account AND c.clientId = :client AND c.scope = :item")
                .setParameter("account", accountId)
                .setParameter("client", clientId)
                .setParameter("item", item)
                .executeUpdate();
    }

    /** Forgets all that was decided for a client; answers how many items that were. */
    public int forget(String accountId, String clientId) {
        return entities.createQuery("DELETE FROM Consent c WHERE c.accountId = :account AND c.clientId = :client")
                .setParameter("account", accountId)
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** How many decisions there are about a client, of whomever. */
    public long countOfClient(String clientId) {
        return entities.createQuery("SELECT COUNT(c) FROM Consent c WHERE c.clientId = :client", Long.class)
                .setParameter("client", clientId)
                .getSingleResult();
    }

    /** Forgets what everybody decided for a client; answers how many decisions there were. */
    public int forgetOfClient(String clientId) {
        return entities.createQuery("DELETE FROM Consent c WHERE c.clientId = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** Forgets so many of them at most, for who does it in steps. */
    public int forgetSomeOfClient(String clientId, int most) {
        List<Consent> some = entities.createQuery("SELECT c FROM Consent c WHERE c.clientId = :client", Consent.class)
                .setParameter("client", clientId)
                .setMaxResults(most)
                .getResultList();
        some.forEach(entities::remove);
        return some.size();
    }
}
