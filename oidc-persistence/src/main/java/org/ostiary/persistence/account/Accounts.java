package org.ostiary.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The accounts of the people who may log in. */
@ApplicationScoped
public class Accounts {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Accounts() {}

    /** Works on the given entity manager. */
    public Accounts(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Account> findByUsernameKey(String usernameKey) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.usernameKey = :key", Account.class)
                .setParameter("key", usernameKey)
                .getResultStream()
                .findFirst();
    }

    public Optional<Account> find(String id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    public List<Account> ofOrigin(String origin) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.origin = :origin", Account.class)
                .setParameter("origin", origin)
                .getResultList();
    }

    /** Whether any account, disabled or not, is a member of the group. */
    public boolean hasMember(String group) {
        return entities.createQuery("SELECT a FROM Account a", Account.class)
                .getResultStream()
                .anyMatch(account -> account.groups().contains(group));
    }

    public void add(Account account) {
        entities.persist(account);
    }
}
