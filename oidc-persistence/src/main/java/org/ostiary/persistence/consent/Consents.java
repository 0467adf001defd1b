package org.ostiary.persistence.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
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

    /** Remembers a yes to each scope until {@code until}; earlier ones are renewed. */
    public void remember(String accountId, String clientId, Collection<String> scopes, Instant now, Instant until) {
        // Holds the account's row, so that two tabs that say yes at once do it one after the other.
        entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        for (String scope : scopes) {
            Consent known = entities.find(Consent.class, new ConsentId(accountId, clientId, scope));
            if (known == null) {
                entities.persist(new Consent(accountId, clientId, scope, now, until));
            } else {
                known.renew(now, until);
            }
        }
    }
}
