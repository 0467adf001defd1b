package org.ostiary.persistence.restore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Since when what was issued counts. */
@ApplicationScoped
public class Epochs {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Epochs() {}

    /** Works on the given entity manager. */
    public Epochs(EntityManager entities) {
        this.entities = entities;
    }

    /** Begins a later epoch than the one before; true for exactly one node, and once for each epoch. */
    public boolean begin(Instant epoch) {
        return entities.createNativeQuery("UPDATE turn SET next_at = ?1 WHERE name = 'epoch' AND next_at < ?1")
                        .setParameter(1, epoch.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Ends everything of a kind that was issued before; answers how many there were. */
    public int end(Issued kind, Instant epoch, Instant now) {
        return entities.createNativeQuery(kind.ending())
                .setParameter(1, epoch.toEpochMilli())
                .setParameter(2, now.toEpochMilli())
                .executeUpdate();
    }
}
