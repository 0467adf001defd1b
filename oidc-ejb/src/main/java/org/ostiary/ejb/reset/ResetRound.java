package org.ostiary.ejb.reset;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every five seconds whether somebody forgot a password, on every node. */
@Singleton
@DependsOn("StartUp")
public class ResetRound {

    private static final Logger LOG = Logger.getLogger(ResetRound.class.getName());
    private static final int MOST_AT_ONCE = 100;

    @Inject
    ForgottenPasswordService forgotten;

    @Inject
    ResetRequestService requests;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void answer() {
        if (!forgotten.offered()) {
            return;
        }
        try {
            int answered = 0;
            while (answered < MOST_AT_ONCE && requests.answerOne()) {
                answered++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A forgotten password could not be answered just now; it is tried again", e);
        }
    }
}
