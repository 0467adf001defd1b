package org.ostiary.ejb.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application that a person decided about or that has something of theirs.
 *
 * @param clientName what it calls itself; its identifier when it is not registered any more
 * @param permissions what it asked for, in the order of its first request
 * @param since when the person let it in, as far as that is remembered
 * @param lastUsed when it got a token last; null when nothing of that is left
 * @param liveGrants how many logins of it still work
 */
public record Application(
        String clientId,
        String clientName,
        List<Permission> permissions,
        Instant since,
        @Nullable Instant lastUsed,
        int liveGrants) {

    /** The permission for an item, if it was ever asked for. */
    public Optional<Permission> permission(String item) {
        return permissions.stream()
                .filter(permission -> permission.item().equals(item))
                .findFirst();
    }
}
