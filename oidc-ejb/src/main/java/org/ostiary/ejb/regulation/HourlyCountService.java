package org.ostiary.ejb.regulation;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.persistence.regulation.GuessCounters;

/** Counts what strangers try, in transactions of its own, because a try counts whatever becomes of it. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class HourlyCountService {

    /** The hour begins with the first try. */
    static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    GuessCounters counters;

    @Inject
    Clock clock;

    /** Counts one more; false when there were {@code most}, or when there is no such counter. */
    public boolean count(String counter, int most) {
        Instant now = clock.instant();
        return counters.begin(counter, most, now, now.plus(WINDOW)).isPresent();
    }

    /** Whether there is such a counter. */
    public boolean exists(String counter) {
        return counters.exists(counter);
    }

    /** Makes a counter; fails for the second of two callers in the very same instant. */
    public void open(String counter) {
        counters.open(counter);
    }
}
