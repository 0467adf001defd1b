package org.ostiary.ejb.admin.client;

import org.jspecify.annotations.Nullable;

/**
 * A new client.
 *
 * @param secret shown this once; null for a client that has none
 */
public record ClientCreated(ClientView client, @Nullable String secret) {}
