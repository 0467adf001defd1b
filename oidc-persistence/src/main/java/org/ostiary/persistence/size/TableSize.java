package org.ostiary.persistence.size;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many rows there are, and when the oldest began. */
public record TableSize(long rows, @Nullable Long oldestMillis) {

    /** Empty when there are no rows. */
    public Optional<Instant> oldest() {
        return Optional.ofNullable(oldestMillis).map(Instant::ofEpochMilli);
    }
}
