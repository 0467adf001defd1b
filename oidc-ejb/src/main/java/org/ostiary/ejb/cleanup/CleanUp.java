package org.ostiary.ejb.cleanup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.trail.TrailSealService;
import org.ostiary.persistence.cleanup.Leftover;

/** Looks twice a minute whether it is this node's turn to tidy, and then does so until nothing is left. */
@Singleton
@DependsOn("StartUp")
public class CleanUp {

    private static final Logger LOG = Logger.getLogger(CleanUp.class.getName());

    /** So many batches of one kind at most, so that a turn ends before the next begins. */
    private static final int MOST_BATCHES = 1000;

    @Inject
    CleanUpService service;

    @Inject
    TrailSealService trail;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "15,45", persistent = false)
    void tidyWhenDue() {
        try {
            if (service.takeTurn()) {
                tidy();
                prune();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Expired rows could not be tidied away; they count for nothing all the same", e);
        }
    }

    private void prune() {
        int batches = 0;
        while (trail.prune() >= TrailSealService.BATCH && ++batches < MOST_BATCHES) {
            LOG.fine("Deleted a batch of audit records whose time is over");
        }
    }

    private void tidy() {
        for (Leftover kind : Leftover.values()) {
            int batches = 0;
            while (service.tidy(kind) >= CleanUpService.BATCH && ++batches < MOST_BATCHES) {
                LOG.fine(() -> "Tidied a batch of " + kind);
            }
        }
    }
}
