package org.ostiary.persistence.turn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Whose turn it is to do what one node does for all of them. */
@ApplicationScoped
public class Turns {

    /** To tidy. */
    public static final String CLEAN_UP = "clean-up";

    /** To judge what changed rights. */
    public static final String RIGHTS = "rights";

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Turns() {}

    /** Works on the given entity manager. */
    public Turns(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes a turn that nobody has, until then; true for exactly one node. */
    public boolean take(String name, Instant now, Instant until) {
        return move("UPDATE turn SET next_at = ?1 WHERE name = ?2 AND next_at <= ?3", name, now, until);
    }

    /** Keeps a turn that was taken until {@code held} until another moment, or gives it back; false for who has lost it. */
    public boolean keep(String name, Instant held, Instant until) {
        return move("UPDATE turn SET next_at = ?1 WHERE name = ?2 AND next_at = ?3", name, held, until);
    }

    private boolean move(String statement, String name, Instant known, Instant until) {
        return entities.createNativeQuery(statement)
                        .setParameter(1, until.toEpochMilli())
                        .setParameter(2, name)
                        .setParameter(3, known.toEpochMilli())
                        .executeUpdate()
                == 1;
    }
}
