package org.ostiary.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as people read them; in UTC and said so, since no page without script knows the time zone of its reader. */
public final class Moments {

    private Moments() {}

    /** For example {@code 2 May 2026, 14:05 UTC}, as the reader's language has it. */
    public static String words(Instant moment) {
        return DateTimeFormatter.ofPattern(
                        Texts.text("moment"), Reader.language().locale())
                .format(moment.atOffset(ZoneOffset.UTC));
    }
}
