package org.ostiary.ejb.admin.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person granted to a client at one login.
 *
 * @param offline whether it outlives the session
 * @param usedAt when something was last issued under it; null when nothing is left of that
 * @param endsAt when the last thing ends that was issued under it; null when nothing is left
 * @param sessionEnded whether the session is over that it was given in
 */
public record GrantView(
        String id,
        String clientId,
        String clientName,
        String sessionId,
        Set<String> scopes,
        Set<String> audience,
        Set<String> denied,
        boolean offline,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant endsAt,
        boolean sessionEnded) {}
