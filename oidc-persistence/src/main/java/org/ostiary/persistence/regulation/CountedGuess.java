package org.ostiary.persistence.regulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guess that was let in.
 *
 * @param counter the name of its counter
 * @param endsAt when the time ends in which it was counted; tells it from a later one
 * @param bannedUntil when the ban ended that was there before; null for none, or when it was told already
 */
public record CountedGuess(
        String counter, Instant endsAt, @Nullable Instant bannedUntil) {}
