package org.ostiary.ejb.admin.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest requests of a client, the latest first.
 *
 * @param watchedUntil until when they are kept; null for not at all
 */
public record RecentRequestList(@Nullable Instant watchedUntil, List<RecentRequestView> requests) {}
