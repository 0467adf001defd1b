package org.ostiary.ejb.admin.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the requests of a client shall be kept for its developer.
 *
 * @param until when no longer, a day from now at most; null for not at all, which forgets those that were kept
 */
public record WatchOrder(@Nullable Instant until) {}
