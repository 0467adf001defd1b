package org.ostiary.ejb.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.visit.AddressBlock;

/**
 * How many registrations one place may try within an hour, so that nobody fills the table of accounts or finds out by trying
 * which usernames exist. Each node counts for itself, in bounded memory.
 */
@ApplicationScoped
public class RegistrationLimit {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 20_000;

    private record Tries(Instant since, int count) {}

    private final Map<String, Tries> tries = new LinkedHashMap<>();

    @Inject
    Clock clock;

    /** Counts a try; false when there were too many from there. */
    boolean allows(String ip) {
        Instant now = clock.instant();
        String place = AddressBlock.of(ip);
        synchronized (tries) {
            Tries before = tries.remove(place);
            boolean fresh = before == null || !now.isBefore(before.since().plus(WINDOW));
            Tries counted = fresh ? new Tries(now, 1) : new Tries(before.since(), before.count() + 1);
            tries.put(place, counted);
            if (tries.size() > REMEMBERED) {
                tries.remove(tries.keySet().iterator().next());
            }
            return counted.count() <= MOST;
        }
    }
}
