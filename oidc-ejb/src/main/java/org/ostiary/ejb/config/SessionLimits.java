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

    /** Whether a person may stay logged in after the browser is closed. */
    public boolean remembers() {
        return !remembered.isZero();
    }
}
