package org.ostiary.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of the people who may log in. */
@ApplicationScoped
public class Accounts {
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

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

    /** The account of a person who is known outside. */
    public Optional<Account> findOutside(String origin, String externalId) {
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE a.origin = :origin AND a.externalId = :externalId",
                        Account.class)
                .setParameter("origin", origin)
                .setParameter("externalId", externalId)
                .getResultStream()
                .findFirst();
    }

    /** The account, which nobody else changes until the transaction ends. */
    public Optional<Account> findHeld(String id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Account> find(String id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /**
     * Takes its username from an account of outside, for another that has the name by now. It counts as absent until the
     * place that knows the person says what they are called. At once, so that the name is free for a new row.
     */
    public void release(Account account, Instant now) {
        entities.createQuery("UPDATE Account a SET a.usernameKey = :nobody, a.absentSince = :now, a.updatedAt = :now,"
                        + " a.rightsChangedAt = :now WHERE a.id = :id AND a.externalId IS NOT NULL")
                // A control character: no name that can be typed has this form.
                .setParameter("nobody", "\u0001" + account.id())
                .setParameter("now", now)
                .setParameter("id", account.id())
                .executeUpdate();
        entities.detach(account);
    }

    /** Accounts with this address, however it is written, so many at most: confirmed ones first, then the oldest. */
    public List<Account> ofEmail(String email, int most) {
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE a.emailKey = LOWER(:email)"
                                + " ORDER BY a.emailVerified DESC, a.createdAt, a.id",
                        Account.class)
                .setParameter("email", email)
                .setMaxResults(most)
                .getResultList();
    }

    /** The accounts whose usernames have these keys. */
    public List<Account> ofUsernameKeys(Collection<String> usernameKeys) {
        return usernameKeys.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT a FROM Account a WHERE a.usernameKey IN :keys", Account.class)
                        .setParameter("keys", usernameKeys)
                        .getResultList();
    }

    /** What these accounts are called, by identifier; those that are no more are left out. */
    public Map<String, String> usernames(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery("SELECT a.id, a.username FROM Account a WHERE a.id IN :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * So many accounts at most whose username begins so, in the order of their usernames.
     *
     * @param prefix a part of a username key; empty for all
     * @param after the username key of the last one of the page before; empty for the first page
     */
    public List<Account> page(String prefix, String after, int most) {
        if (prefix.endsWith(LAST_CHARACTER)) {
            // No username has it, and nothing comes behind it.
            return List.of();
        }
        TypedQuery<Account> query = entities.createQuery(
                        "SELECT a FROM Account a WHERE a.usernameKey > :after"
                                + (prefix.isEmpty() ? "" : " AND a.usernameKey >= :prefix AND a.usernameKey < :end")
                                + " ORDER BY a.usernameKey",
                        Account.class)
                .setParameter("after", after);
        if (!prefix.isEmpty()) {
            query.setParameter("prefix", prefix).setParameter("end", end(prefix));
        }
        return query.setMaxResults(most).getResultList();
    }

    /** What comes right after everything that begins so, in the order of the database; no pattern, which would read all rows. */
    private static String end(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        String rest = prefix.substring(0, prefix.length() - Character.charCount(last));
        // No character has the number of a surrogate.
        return rest + Character.toString(last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1);
    }

    /** The ids of so many accounts at most whose rights changed until then, and that were not judged since, the first changed first. */
    public List<String> unjudged(Instant until, int most) {
        return entities.createQuery(
                        "SELECT a.id FROM Account a WHERE a.rightsChangedAt >= :start AND a.rightsChangedAt <= :until"
                                + " ORDER BY a.rightsChangedAt",
                        String.class)
                // Where an index begins with those that have none, H2 would read all of them.
                .setParameter("start", Instant.EPOCH)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultList();
    }

    public List<Account> ofOrigin(String origin) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.origin = :origin", Account.class)
                .setParameter("origin", origin)
                .getResultList();
    }

    /** Whether any account, disabled or not, is a member of one of the groups. */
    public boolean hasMember(Set<String> groups) {
        return groups.stream().anyMatch(this::hasMember);
    }

    /** The database finds the few that may be; all accounts would be more than a node has room for. */
    @SuppressWarnings("unchecked")
    private boolean hasMember(String group) {
        List<String> ids = entities.createNativeQuery(
                        "SELECT id FROM account WHERE user_groups LIKE ?1 ESCAPE '!' ORDER BY id")
                .setParameter(1, "%" + group.replaceAll("[!%_]", "!$0") + "%")
                .getResultList();
        return ids.stream().anyMatch(id -> find(id).orElseThrow().groups().contains(group));
    }

    public void add(Account account) {
        entities.persist(account);
    }
}
