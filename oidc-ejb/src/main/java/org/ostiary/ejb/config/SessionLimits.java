package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * When a login session ends by itself.
 *
 * @param idle after this long without use
 * @param absolute after this long in any case
 * @param remembered instead of both, where a person wants to stay logged in; zero where nobody is asked
 * @param endedByPasswordChange whether a new password ends the person's other sessions and what was granted in them
 */
public record SessionLimits(Duration idle, Duration absolute, Duration remembered, boolean endedByPasswordChange) {

    private static final Duration MOST_BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final int NOTES_WHILE_IDLE = 20;

    /**
     * How long a use of a session need not be noted when one was noted before, so that using it seldom costs a statement: a
     * minute, or a twentieth of {@link #idle} where that is shorter. A session ends so much too early at most.
     */
    public Duration noteInterval() {
        Duration part = idle.dividedBy(NOTES_WHILE_IDLE);
        return part.compareTo(MOST_BETWEEN_NOTES) < 0 ? part : MOST_BETWEEN_NOTES;
    }

    /** Whether a person may stay logged in after the browser is closed. */
    public boolean remembers() {
        return !remembered.isZero();
    }
}
