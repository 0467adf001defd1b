package org.ostiary.persistence.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A yes or a no to one item.
 *
 * @param fingerprint of what the person saw when deciding
 * @param expiresAt when it is forgotten; null for never
 */
public record ConsentDecision(
        boolean granted,
        ConsentSource source,
        String fingerprint,
        Instant decidedAt,
        @Nullable Instant expiresAt) {}
