package org.ostiary.ejb.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the trail somebody wants to see; null is any.
 *
 * @param actor who did it: {@code account:} or {@code client:} and the identifier, {@code server} or {@code anonymous}
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record TrailQuery(
        @Nullable String event,
        @Nullable String outcome,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String requestId,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything there is. */
    public static TrailQuery everything() {
        return new TrailQuery(null, null, null, null, null, null, null, null);
    }

    /** All that one request led to. */
    public static TrailQuery ofRequest(String requestId) {
        return new TrailQuery(null, null, null, null, requestId, null, null, null);
    }

    /** All that concerns one account. */
    public static TrailQuery ofAccount(String accountId) {
        return new TrailQuery(null, null, accountId, null, null, null, null, null);
    }

    /** All that concerns one client. */
    public static TrailQuery ofClient(String clientId) {
        return new TrailQuery(null, null, null, clientId, null, null, null, null);
    }

    /** All that one administrator, person or program did. */
    public static TrailQuery ofActor(String actor) {
        return new TrailQuery(null, null, null, null, null, actor, null, null);
    }
}
