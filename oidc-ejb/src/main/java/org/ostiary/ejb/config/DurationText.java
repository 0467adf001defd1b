package org.ostiary.ejb.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 14d}, {@code 1w}, or ISO 8601. */
final class DurationText {
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})([wdhms])");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9}[wdhms])++");

    /** Far longer than anybody writes; matching costs stack with each part. */
    private static final int LONGEST = 50;

    private DurationText() {}

    /** Empty for what is no duration, a number without a unit among it. */
    static Optional<Duration> parse(String text) {
        if (text.startsWith("P")) {
            return parseIso(text);
        }
        if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            sum = sum.plus(unit(part.group(2).charAt(0)).multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(sum);
    }

    /** The shortest text of whole units, for example {@code 1h} for 3,600 seconds. */
    static String write(Duration duration) {
        for (char unit : new char[] {'d', 'h', 'm'}) {
            long length = unit(unit).toSeconds();
            if (duration.toSeconds() % length == 0) {
                return duration.toSeconds() / length + String.valueOf(unit);
            }
        }
        return duration.toSeconds() + "s";
    }

    private static Optional<Duration> parseIso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 'w' -> Duration.ofDays(7);
            case 'd' -> Duration.ofDays(1);
            case 'h' -> Duration.ofHours(1);
            case 'm' -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
