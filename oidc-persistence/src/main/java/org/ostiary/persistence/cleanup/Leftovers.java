package org.ostiary.persistence.cleanup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Deletes {@link Leftover} rows. */
@ApplicationScoped
public class Leftovers {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Leftovers() {}

    /** Works on the given entity manager. */
    public Leftovers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Looks at the next rows of one kind, in the order of their times, and deletes those that nothing needs any more. Each row is
     * looked at once, however many stay: a batch that began at the first would look at all that stay before it deletes anything.
     *
     * @param from where the batch before ended
     * @param batch how many rows it looks at; more where many have the very same time
     */
    @SuppressWarnings("unchecked")
    public Swept sweep(Leftover kind, Instant from, int batch, Instant now) {
        Instant end = now.minus(kind.kept());
        List<Number> last = entities.createNativeQuery(kind.lastOfBatch(batch))
                .setParameter(1, from.toEpochMilli())
                .setParameter(2, end.toEpochMilli())
                .getResultList();
        Instant until = last.isEmpty() ? end : Instant.ofEpochMilli(last.get(0).longValue() + 1);
        int deleted = entities.createNativeQuery(kind.deletion())
                .setParameter(1, from.toEpochMilli())
                .setParameter(2, until.toEpochMilli())
                .executeUpdate();
        return new Swept(deleted, until, last.isEmpty());
    }
}
