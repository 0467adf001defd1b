package org.ostiary.ejb.config;

import java.time.Duration;
import java.util.Set;

/**
 * How often a password may be guessed.
 *
 * @param modes what is counted; none turns it off, as {@code maxRetries} of 0 does
 * @param maxRetries wrong passwords within {@code findTime} after which none is judged for {@code banTime}
 */
public record RegulationRules(Set<RegulationMode> modes, int maxRetries, Duration findTime, Duration banTime) {

    /** The standard. */
    public static final RegulationRules STANDARD =
            new RegulationRules(Set.of(RegulationMode.USER), 3, Duration.ofMinutes(2), Duration.ofMinutes(5));

    public RegulationRules {
        modes = Set.copyOf(modes);
    }
}
