package org.ostiary.ejb.mail;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every five seconds whether mail is to be sent, on every node. */
@Singleton
@DependsOn("StartUp")
public class Mailing {

    private static final Logger LOG = Logger.getLogger(Mailing.class.getName());
    private static final int MOST_AT_ONCE = 100;

    @Inject
    MailRoute route;

    @Inject
    Postman postman;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sendDue() {
        if (!route.there()) {
            return;
        }
        try {
            int sent = 0;
            while (sent < MOST_AT_ONCE && postman.sendOne()) {
                sent++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Mail could not be sent just now; it stays in the outbox", e);
        }
    }
}
