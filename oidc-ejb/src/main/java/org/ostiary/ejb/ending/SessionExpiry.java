package org.ostiary.ejb.ending;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every ten seconds for sessions whose time is over. Any node may: each session is ended by one of them. */
@Singleton
@DependsOn("StartUp")
public class SessionExpiry {

    private static final Logger LOG = Logger.getLogger(SessionExpiry.class.getName());

    /** So many batches at most, so that a turn ends before the next begins. */
    private static final int MOST_BATCHES = 50;

    @Inject
    SessionExpiryService service;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        try {
            repeat(service::endOverdue);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Sessions whose time is over could not be ended; they count for nothing all the same",
                    e);
        }
    }

    private static void repeat(IntSupplier batch) {
        int batches = 0;
        while (batch.getAsInt() >= SessionExpiryService.BATCH && ++batches < MOST_BATCHES) {
            LOG.fine("Ended a batch of sessions that were over");
        }
    }
}
