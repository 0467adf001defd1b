package org.ostiary.ejb.refusal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the refusals of the last second, so that no request has to; at most one batch, so that a flood stays cheap. */
@Singleton
@DependsOn("StartUp")
public class RefusalRecording {

    private static final Logger LOG = Logger.getLogger(RefusalRecording.class.getName());

    @Inject
    RefusalRecordService records;

    @Inject
    RecentRefusals recent;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void record() {
        try {
            if (records.write() > 0) {
                records.trim();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A batch of refusals has no rows; their lines in the log stay", e);
        }
        long dropped = recent.takeDropped();
        if (dropped > 0) {
            LOG.warning(() -> dropped + " refusals have no row, because too many came at once");
        }
    }
}
