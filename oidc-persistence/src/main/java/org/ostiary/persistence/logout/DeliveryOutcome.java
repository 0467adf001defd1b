package org.ostiary.persistence.logout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param retryAt when to try again; null when the state is the last word
 * @param answer in words, for the operator
 */
public record DeliveryOutcome(
        DeliveryState state, @Nullable Instant retryAt, String answer, long tookMillis, Instant at) {}
