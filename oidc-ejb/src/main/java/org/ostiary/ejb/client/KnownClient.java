package org.ostiary.ejb.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.client.ClientSecret;

/**
 * A client as this node remembers it, with the digests of its secrets.
 *
 * @param watchedUntil until when its requests are kept for its developer; null for not at all
 */
record KnownClient(
        RegisteredClient client,
        List<ClientSecret> secrets,
        @Nullable Instant watchedUntil) {}
