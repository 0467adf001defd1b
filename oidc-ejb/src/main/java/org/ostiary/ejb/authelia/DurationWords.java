package org.ostiary.ejb.authelia;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Authelia writes them: {@code 1h}, {@code 1 week}, {@code 1 hour and 30 minutes}; a bare number counts seconds. */
final class DurationWords {

    private static final int LONGEST = 100;
    private static final Pattern PART = Pattern.compile(
            "(\\d{1,9})\\s*(years?|y|months?|M|weeks?|w|days?|d|hours?|h|minutes?|milliseconds?|ms|m|seconds?|s)"
                    + "\\s*(?:and\\s+)?");

    private DurationWords() {}

    static Optional<Duration> parse(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        return end == text.length() ? Optional.of(sum) : Optional.empty();
    }

    /** The longest whole unit of ours; parts of a second are dropped. */
    static String write(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0 && seconds > 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** A month has thirty days and a year 365, as Authelia counts. */
    private static Duration unit(String word) {
        if (word.equals("M") || word.startsWith("month")) {
            return Duration.ofDays(30);
        }
        if (word.equals("ms") || word.startsWith("milli")) {
            return Duration.ofMillis(1);
        }
        return switch (word.charAt(0)) {
            case 'y' -> Duration.ofDays(365);
            case 'w' -> Duration.ofDays(7);
            case 'd' -> Duration.ofDays(1);
            case 'h' -> Duration.ofHours(1);
            case 'm' -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
