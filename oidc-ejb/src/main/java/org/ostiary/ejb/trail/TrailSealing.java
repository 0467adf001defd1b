package org.ostiary.ejb.trail;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Seals every other second what was noted meanwhile, on every node: whoever holds the chain works, the others find nothing left.
 * Once an hour the end of the chain goes to the log, which whoever changes the database does not own.
 */
@Singleton
@DependsOn("StartUp")
public class TrailSealing {

    private static final Logger LOG = Logger.getLogger(TrailSealing.class.getName());

    /** So many batches at most, so that a turn ends. */
    private static final int MOST_BATCHES = 100;

    @Inject
    TrailSealService service;

    @Inject
    ChainMemory memory;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void seal() {
        try {
            int batches = 0;
            while (service.seal() >= TrailSealService.BATCH && ++batches < MOST_BATCHES) {
                LOG.fine("Sealed a batch of audit records");
            }
            service.remember();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Audit records could not be sealed; they wait for the next turn", e);
        }
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "7", second = "1", persistent = false)
    void tellTheEnd() {
        TrailEnd end = memory.furthest();
        if (end.position() > 0) {
            LOG.info(() -> "The audit trail ends at place " + end.position() + " with seal " + end.seal());
        }
    }
}
