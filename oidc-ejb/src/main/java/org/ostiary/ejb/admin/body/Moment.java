package org.ostiary.ejb.admin.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Moments as requests name them (RFC 3339, in UTC), within the years that everything here can count with. */
public final class Moment {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moment() {}

    /** Empty for what is none. */
    public static Optional<Instant> of(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> !moment.isBefore(FIRST))
                    .filter(moment -> !moment.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
