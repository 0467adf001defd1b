package org.ostiary.ejb.config;

import java.util.Set;

/** The clients that the server brings along, which no operator registered. */
public final class BuiltInClients {

    private static final Set<String> IDS = Set.of(TryItClient.ID, AdministrationClient.ID);

    private BuiltInClients() {}

    /** Whether the client is one of them. */
    public static boolean has(String clientId) {
        return IDS.contains(clientId);
    }
}
