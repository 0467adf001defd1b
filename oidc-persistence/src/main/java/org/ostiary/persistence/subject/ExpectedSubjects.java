package org.ostiary.persistence.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ostiary.persistence.account.Account;

/** The subject identifiers that wait for an account. */
@ApplicationScoped
public class ExpectedSubjects {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected ExpectedSubjects() {}

    /** Works on the given entity manager. */
    public ExpectedSubjects(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that are one of these identifiers, or wait for one of these usernames. */
    public List<ExpectedSubject> of(Collection<String> subs, Collection<String> usernameKeys) {
        return entities.createQuery(
                        "SELECT e FROM ExpectedSubject e WHERE e.sub IN :subs OR e.usernameKey IN :keys",
                        ExpectedSubject.class)
                .setParameter("subs", SubjectIdentifiers.some(subs))
                .setParameter("keys", SubjectIdentifiers.some(usernameKeys))
                .getResultList();
    }

    /** So many at most after this one, in the order of the identifiers; their names are in the form that is compared. */
    public List<NamedSubject> page(String after, int most) {
        return entities
                .createQuery(
                        "SELECT e FROM ExpectedSubject e WHERE e.sub > :after ORDER BY e.sub", ExpectedSubject.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(each -> new NamedSubject(each.sub(), each.sector(), each.usernameKey()))
                .toList();
    }

    /** Whether somebody of that name is waited for. */
    public boolean waitFor(String usernameKey) {
        return !entities.createQuery("SELECT e.sub FROM ExpectedSubject e WHERE e.usernameKey = :key", String.class)
                .setParameter("key", usernameKey)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Takes what waits for the account in the sector out, so that it is given once. Never for an account that a stranger made for
     * themselves: the name alone would let them in as somebody else.
     */
    public Optional<String> take(String accountId, String sector) {
        return entities.createQuery(
                        "SELECT e.sub FROM ExpectedSubject e, Account a WHERE a.id = :account"
                                + " AND a.usernameKey = e.usernameKey AND e.sector = :sector AND a.origin <> :selfMade",
                        String.class)
                .setParameter("account", accountId)
                .setParameter("sector", sector)
                .setParameter("selfMade", Account.SELF_MADE)
                .getResultStream()
                .findFirst()
                .filter(this::remove);
    }

    /** Takes one out; whether it was there. */
    public boolean remove(String sub) {
        return entities.createQuery("DELETE FROM ExpectedSubject e WHERE e.sub = :sub")
                        .setParameter("sub", sub)
                        .executeUpdate()
                == 1;
    }

    public void add(ExpectedSubject expected) {
        entities.persist(expected);
    }
}
