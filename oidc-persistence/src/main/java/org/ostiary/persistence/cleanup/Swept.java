package org.ostiary.persistence.cleanup;

import java.time.Instant;

/**
 * One batch of one kind of rows.
 *
 * @param deleted how many were deleted
 * @param next the time at which the next batch begins
 * @param complete whether no batch is left
 */
public record Swept(int deleted, Instant next, boolean complete) {

    /** Before every row. */
    public static final Instant START = Instant.EPOCH;
}
