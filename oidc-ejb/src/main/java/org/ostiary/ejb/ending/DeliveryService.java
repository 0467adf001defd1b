package org.ostiary.ejb.ending;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.LogoutNotDelivered;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.logout.DeliveryOutcome;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;

/**
 * Hands out attempts, each to one node, and writes down what came of them. An attempt whose node dies is due again when its
 * lease is over, so that nothing is lost; what a client took is never sent to it again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryService {

    /** How long after the first, second … failed attempt the next one comes; after the last one there is none. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    /** Longer than any call can take. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final int MOST_LOOKED_AT = 200;

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Takes attempts that are due.
     *
     * @param places says of a client how many attempts for it can be made now
     */
    public List<DueDelivery> take(int most, ToIntFunction<String> places) {
        Instant now = clock.instant();
        String lease = random.uuid();
        Map<String, Integer> left = new HashMap<>();
        List<DueDelivery> taken = new ArrayList<>();
        for (LogoutDelivery due : deliveries.due(now, MOST_LOOKED_AT)) {
            int free = left.computeIfAbsent(due.clientId(), places::applyAsInt);
            if (taken.size() < most && free > 0 && deliveries.take(due.id(), lease, now, now.plus(LEASE))) {
                left.put(due.clientId(), free - 1);
                taken.add(attempt(due, lease));
            }
        }
        return taken;
    }

    private static DueDelivery attempt(LogoutDelivery due, String lease) {
        return new DueDelivery(due.id(), lease, due.attempts() + 1, due.clientId(), due.sub(), due.sessionId());
    }

    /** The client took it. */
    public void delivered(DueDelivery delivery, int status, Duration took) {
        finish(delivery, DeliveryState.DELIVERED, null, "status " + status, took);
    }

    /** The client answered that it will never take it, or is not there any more. */
    public void refused(DueDelivery delivery, String why, Duration took) {
        if (finish(delivery, DeliveryState.REFUSED, null, why, took)) {
            note(delivery, why);
        }
    }

    /** It may go better later; after the last attempt it is given up. */
    public void failed(DueDelivery delivery, String why, Duration took) {
        if (delivery.attempt() <= PAUSES.size()) {
            Instant retry = clock.instant().plus(PAUSES.get(delivery.attempt() - 1));
            finish(delivery, DeliveryState.WAITING, retry, why, took);
        } else if (finish(delivery, DeliveryState.GIVEN_UP, null, why, took)) {
            note(delivery, "given up: " + why);
        }
    }

    private boolean finish(
            DueDelivery delivery, DeliveryState state, @Nullable Instant retry, String answer, Duration took) {
        return deliveries.finish(
                delivery.id(),
                delivery.lease(),
                new DeliveryOutcome(state, retry, answer, took.toMillis(), clock.instant()));
    }

    private void note(DueDelivery delivery, String why) {
        audit.note(
                new LogoutNotDelivered(delivery.clientId(), "session " + delivery.sessionId() + ", " + why),
                RequestFacts.ofServer(random.uuid()));
    }
}
