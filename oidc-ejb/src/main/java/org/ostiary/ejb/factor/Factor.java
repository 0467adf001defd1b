package org.ostiary.ejb.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second factor of a person, as they may see it.
 *
 * @param name that the person gave it
 * @param copySuspectedAt when a key did what only a copy of it does; null for never
 */
public record Factor(
        String id,
        FactorKind kind,
        String name,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable Instant copySuspectedAt) {}
