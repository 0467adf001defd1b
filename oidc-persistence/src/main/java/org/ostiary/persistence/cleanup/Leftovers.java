package org.ostiary.persistence.cleanup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

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

    /** Deletes a batch of one kind; answers how many there were, about {@code most} when there may be more. */
    public int delete(Leftover kind, int most, Instant now) {
        return entities.createNativeQuery(kind.deletion(most))
                .setParameter(1, now.minus(kind.kept()).toEpochMilli())
                .executeUpdate();
    }

    /** Takes the turn when it is due, for the time until the next; true for exactly one node. */
    public boolean takeTurn(Instant now, Duration untilNext) {
        return entities.createNativeQuery("UPDATE turn SET next_at = ?1 WHERE name = 'clean-up' AND next_at <= ?2")
                        .setParameter(1, now.plus(untilNext).toEpochMilli())
                        .setParameter(2, now.toEpochMilli())
                        .executeUpdate()
                == 1;
    }
}
