package org.ostiary.ejb.admin.job;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every other second, on every node, whether there is a job that nobody does. */
@Singleton
@DependsOn("StartUp")
public class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class.getName());

    @Inject
    JobTurns turns;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            turns.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A job could not be gone on with; another turn will", e);
        }
    }
}
