package org.ostiary.web.page;

import java.time.Duration;

/** A duration as a person says it, in the largest unit that fits exactly. */
public final class DurationText {

    private DurationText() {}

    /** In days, hours or minutes. */
    public static String of(Duration duration) {
        if (duration.toMinutes() % (24 * 60) == 0) {
            return Texts.text("duration.days", duration.toDays());
        }
        return duration.toMinutes() % 60 == 0
                ? Texts.text("duration.hours", duration.toHours())
                : Texts.text("duration.minutes", duration.toMinutes());
    }
}
