package org.ostiary.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them; in UTC and said so, since no page without script knows the time zone of its reader. */
public final class Moments {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** For example {@code 2 May 2026, 14:05 UTC}. */
    public static String words(Instant moment) {
        return WORDS.format(moment);
    }
}
