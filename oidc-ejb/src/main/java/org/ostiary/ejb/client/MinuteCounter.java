package org.ostiary.ejb.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what happens within a minute, by whatever tells callers apart. The minute begins with the first; memory is bounded,
 * and who was not seen for longest is forgotten first: whoever wants to be forgotten needs far more requests than that saves.
 */
final class MinuteCounter<K> {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private record Count(Instant since, int count) {
        Instant end() {
            return since.plus(WINDOW);
        }
    }

    private final Map<K, Count> counts = new LinkedHashMap<>();

    /** How long to wait after so many; zero for not at all. */
    synchronized Duration pause(K key, int most, Instant now) {
        Count counted = recent(key, now);
        return counted.count() < most ? Duration.ZERO : Duration.between(now, counted.end());
    }

    synchronized void count(K key, Instant now) {
        Count counted = recent(key, now);
        counts.remove(key);
        counts.put(key, new Count(counted.since(), counted.count() + 1));
        if (counts.size() > REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    /** Counts one more where that is allowed; else says how long to wait. */
    synchronized Duration countUpTo(K key, int most, Instant now) {
        Duration pause = pause(key, most, now);
        if (pause.isZero()) {
            count(key, now);
        }
        return pause;
    }

    synchronized int size() {
        return counts.size();
    }

    private Count recent(K key, Instant now) {
        Count counted = counts.get(key);
        return counted == null || !now.isBefore(counted.end()) ? new Count(now, 0) : counted;
    }
}
