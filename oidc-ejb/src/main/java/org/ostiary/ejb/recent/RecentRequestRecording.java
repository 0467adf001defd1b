package org.ostiary.ejb.recent;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the requests of the last second, so that none has to itself. */
@Singleton
@DependsOn("StartUp")
public class RecentRequestRecording {

    private static final Logger LOG = Logger.getLogger(RecentRequestRecording.class.getName());

    @Inject
    RecentRequestService service;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void record() {
        try {
            service.write();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A batch of requests of watched clients has no rows", e);
        }
    }
}
