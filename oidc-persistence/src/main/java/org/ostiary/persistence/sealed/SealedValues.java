package org.ostiary.persistence.sealed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that is stored sealed. */
@ApplicationScoped
public class SealedValues {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected SealedValues() {}

    /** Works on the given entity manager. */
    public SealedValues(EntityManager entities) {
        this.entities = entities;
    }

    /** So many values at most of the rows after {@code key}, in the order of their keys. */
    @SuppressWarnings("unchecked")
    public List<SealedValue> after(SealedColumn column, String key, int most) {
        List<Object[]> rows = entities.createNativeQuery(column.reading(most))
                .setParameter(1, key)
                .getResultList();
        return rows.stream()
                .map(row -> new SealedValue((String) row[0], column.place((String) row[1]), (String) row[2]))
                .toList();
    }

    /** How many there are in all columns. */
    public long count() {
        return Arrays.stream(SealedColumn.values())
                .map(column -> entities.createNativeQuery(column.counting()).getSingleResult())
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
    }

    /** Puts a new value in the place of that one; nothing happens where it was changed meanwhile. */
    public void replace(SealedColumn column, SealedValue old, String value) {
        entities.createNativeQuery(column.replacing())
                .setParameter(1, value)
                .setParameter(2, old.key())
                .setParameter(3, old.value())
                .executeUpdate();
    }

    /** A secret of the whole installation, sealed. */
    @SuppressWarnings("unchecked")
    public Optional<String> installationSecret(String name) {
        List<String> found = entities.createNativeQuery("SELECT sealed FROM installation_secret WHERE name = ?1")
                .setParameter(1, name)
                .getResultList();
        return found.stream().findFirst();
    }

    /** Stores a secret of the whole installation. */
    public void addInstallationSecret(String name, String sealed) {
        entities.createNativeQuery("INSERT INTO installation_secret (name, sealed) VALUES (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, sealed)
                .executeUpdate();
    }
}
