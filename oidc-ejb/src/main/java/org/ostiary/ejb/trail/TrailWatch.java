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
 * Verifies the audit trail every night, and names in the log whatever is not as the server wrote it. Apart from
 * {@link TrailSealing}, which must not wait for it.
 */
@Singleton
@DependsOn("StartUp")
public class TrailWatch {

    private static final Logger LOG = Logger.getLogger(TrailWatch.class.getName());

    @Inject
    TrailVerifyService trail;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "3", minute = "17", persistent = false)
    void verify() {
        try {
            TrailReport report = trail.verify();
            report.findings().forEach(finding -> LOG.severe(finding::sentence));
            LOG.info(() -> "The audit trail was verified: " + report.checked() + " records, "
                    + report.findings().size() + " findings");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The audit trail could not be verified; the next night tries again", e);
        }
    }
}
