package org.ostiary.ejb.admin.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a client, of which nobody can read more.
 *
 * @param notAfter when it stops to count; null for never
 * @param usable whether it counts now
 */
public record SecretView(String id, @Nullable Instant notAfter, boolean usable) {}
