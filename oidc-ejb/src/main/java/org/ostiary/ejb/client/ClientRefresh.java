package org.ostiary.ejb.client;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Looks every five seconds whether another node changed a client, so that no request has to. */
@Singleton
@DependsOn("StartUp")
public class ClientRefresh {

    @Inject
    ClientService clients;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void refresh() {
        clients.refresh();
    }
}
