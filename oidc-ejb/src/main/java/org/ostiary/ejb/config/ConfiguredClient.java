package org.ostiary.ejb.config;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * A client from the configuration.
 *
 * @param client what it is registered with
 * @param clientSecret null for a public client; else a digest, or {@code $plaintext$} followed by the secret
 */
public record ConfiguredClient(
        RegisteredClient client, @Nullable String clientSecret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "ConfiguredClient[" + client + "]";
    }
}
