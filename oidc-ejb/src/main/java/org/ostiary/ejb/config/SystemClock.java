package org.ostiary.ejb.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The time for everybody who injects a {@link Clock}, in whole milliseconds, as the database keeps it: a moment that is told at
 * once reads like the one that is told later.
 */
@Dependent
public class SystemClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
