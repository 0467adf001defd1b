package org.ostiary.ejb.admin.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.logout.Channel;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDelivery;

/**
 * That a client is, or was, to be told of the end of a session.
 *
 * @param username as the account is called now; null when it is gone
 * @param nextAt when it is tried next; null when it will not be
 * @param finishedAt when it was decided; null while it is waiting
 * @param lastAnswer what came of the last attempt, in words; null before the first
 */
public record DeliveryView(
        String id,
        String sessionId,
        String accountId,
        @Nullable String username,
        String clientId,
        Channel channel,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant finishedAt,
        @Nullable String lastAnswer,
        @Nullable Long tookMillis) {

    /** Whether it may be sent again. */
    public boolean failed() {
        return channel == Channel.BACK && (state == DeliveryState.REFUSED || state == DeliveryState.GIVEN_UP);
    }

    static DeliveryView of(LogoutDelivery delivery, @Nullable String username) {
        return new DeliveryView(
                delivery.id(),
                delivery.sessionId(),
                delivery.accountId(),
                username,
                delivery.clientId(),
                delivery.channel(),
                delivery.state(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAt(),
                delivery.finishedAt(),
                delivery.lastAnswer(),
                delivery.tookMillis());
    }
}
