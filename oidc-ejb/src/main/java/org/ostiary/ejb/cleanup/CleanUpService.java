package org.ostiary.ejb.cleanup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Leftovers;
import org.ostiary.persistence.cleanup.Swept;
import org.ostiary.persistence.turn.Turns;

/** Deletes a batch at a time, each in a transaction of its own, so that nobody waits long for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CleanUpService {

    /** The rows that one batch looks at. */
    public static final int BATCH = 500;

    @Inject
    Leftovers leftovers;

    @Inject
    Turns turns;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Whether it is time to tidy and this node that does it; never when the operator switched it off. */
    public boolean takeTurn() {
        Instant now = clock.instant();
        Duration interval = config.cleanUpInterval();
        return !interval.isZero() && turns.take(Turns.CLEAN_UP, now, now.plus(interval));
    }

    /** Looks at one batch, which begins at that time, and deletes what nothing needs any more. */
    public Swept tidy(Leftover kind, Instant from) {
        return leftovers.sweep(kind, from, BATCH, clock.instant());
    }
}
