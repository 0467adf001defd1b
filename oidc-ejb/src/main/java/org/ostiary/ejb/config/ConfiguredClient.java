package org.ostiary.ejb.config;

import java.util.List;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * A client from the configuration.
 *
 * @param client what it is registered with
 * @param secrets none for a public client
 */
public record ConfiguredClient(RegisteredClient client, List<ConfiguredSecret> secrets) {

    public ConfiguredClient {
        secrets = List.copyOf(secrets);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ConfiguredClient[" + client + "]";
    }
}
