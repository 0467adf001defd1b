package org.ostiary.ejb.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of the trail, for auditors.
 *
 * @param id of the record
 * @param position in the chain; 0 as long as it has none
 * @param seal there; empty as long as it has none
 * @param event the stable name of what happened
 * @param outcome {@code success} or {@code failure}
 * @param accountName what the account is called now; null where there is none any more
 * @param actor who did it; null in records of older versions
 * @param rule by which it was refused; null for none
 * @param sentence the whole, for a person to read
 */
public record TrailEntry(
        String id,
        long position,
        String seal,
        Instant at,
        String event,
        String outcome,
        @Nullable String accountId,
        @Nullable String accountName,
        @Nullable String clientId,
        @Nullable String actor,
        @Nullable String rule,
        @Nullable String reason,
        String ip,
        String requestId,
        String sentence) {}
