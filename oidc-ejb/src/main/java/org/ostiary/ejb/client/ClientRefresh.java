package org.ostiary.ejb.client;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every two seconds whether another node changed a client, so that no request has to. Five seconds are promised: that leaves
 * three for reading.
 */
@Singleton
@DependsOn("StartUp")
public class ClientRefresh {

    private static final Logger LOG = Logger.getLogger(ClientRefresh.class.getName());

    @Inject
    ClientService clients;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void refresh() {
        try {
            clients.refresh();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The clients could not be looked at; the ones in memory stay", e);
        }
    }
}
