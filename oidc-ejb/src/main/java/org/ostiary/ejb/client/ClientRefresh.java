package org.ostiary.ejb.client;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every five seconds whether another node changed a client, so that no request has to. */
@Singleton
@DependsOn("StartUp")
public class ClientRefresh {

    private static final Logger LOG = Logger.getLogger(ClientRefresh.class.getName());

    @Inject
    ClientService clients;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void refresh() {
        try {
            clients.refresh();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The clients could not be looked at; the ones in memory stay", e.getCausedByException());
        }
    }
}
