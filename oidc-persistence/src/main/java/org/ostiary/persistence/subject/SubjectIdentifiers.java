package org.ostiary.persistence.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The subject identifiers. There is no way to delete one. */
@ApplicationScoped
public class SubjectIdentifiers {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SubjectIdentifiers() {}

    /** Works on the given entity manager. */
    public SubjectIdentifiers(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<SubjectIdentifier> find(String accountId, String sector) {
        return entities.createQuery(
                        "SELECT i FROM SubjectIdentifier i WHERE i.accountId = :account AND i.sector = :sector",
                        SubjectIdentifier.class)
                .setParameter("account", accountId)
                .setParameter("sector", sector)
                .getResultStream()
                .findFirst();
    }

    /** Those that are one of these identifiers, or belong to one of these accounts. */
    public List<SubjectIdentifier> of(Collection<String> subs, Collection<String> accountIds) {
        return entities.createQuery(
                        "SELECT i FROM SubjectIdentifier i WHERE i.sub IN :subs OR i.accountId IN :accounts",
                        SubjectIdentifier.class)
                .setParameter("subs", some(subs))
                .setParameter("accounts", some(accountIds))
                .getResultList();
    }

    /**
     * So many at most after this one, in the order of the identifiers.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<NamedSubject> page(String after, int most) {
        return entities
                .createQuery(
                        "SELECT i.sub, i.sector, a.username FROM SubjectIdentifier i, Account a"
                                + " WHERE a.id = i.accountId AND i.sub > :after ORDER BY i.sub",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new NamedSubject((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** An empty list is no SQL; nothing has an empty identifier. */
    static Collection<String> some(Collection<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
    }

    /** Adds it now, so that a second one for the same account and sector fails here. */
    public void add(SubjectIdentifier identifier) {
        entities.persist(identifier);
        entities.flush();
    }
}
