package org.ostiary.ejb.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.AddressRange;

/**
 * Turns configured texts into values. A text that is none becomes a line among the findings, and a value that lets the
 * reading go on, so that one start shows every mistake.
 */
final class Settings {
    private final ConfiguredValues values;
    private final Findings findings;

    Settings(ConfiguredValues values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    Optional<String> find(Key key) {
        return values.find(key.name());
    }

    boolean flag(Key key) {
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            findings.mistake(key, text, "must be true or false");
        }
        return text.equals("true");
    }

    Duration duration(Key key, Duration least, Duration most) {
        String text = text(key);
        Optional<Duration> duration = DurationText.parse(text);
        if (duration.isEmpty()) {
            findings.mistake(key, text, "must be a duration like 90s, 10m, 1h, 14d or 1w, or PT1H");
            return least;
        }
        Duration read = duration.get();
        if (read.compareTo(least) < 0 || read.compareTo(most) > 0) {
            findings.mistake(
                    key, text, "must be from " + DurationText.write(least) + " to " + DurationText.write(most));
        }
        return read;
    }

    /** Empty when the key is absent and has no default, or when its text is no number of the range. */
    Optional<Integer> number(Key key, int least, int most) {
        return find(key).or(key::defaultText).flatMap(text -> number(key, text, least, most));
    }

    private Optional<Integer> number(Key key, String text, int least, int most) {
        if (text.matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        findings.mistake(key, text, "must be a whole number from " + least + " to " + most);
        return Optional.empty();
    }

    /** A moment in UTC. */
    Optional<Instant> instant(Key key) {
        return find(key).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                findings.mistake(key, text, "must be a moment in UTC like 2026-12-31T18:00:00Z");
                return Optional.empty();
            }
        });
    }

    /** A least length of {@code state} and {@code nonce}: 8 to 128, or -1 for no minimum. */
    Optional<Integer> entropy(Key key) {
        boolean off = find(key).filter("-1"::equals).isPresent();
        return off ? Optional.of(-1) : number(key, 8, 128);
    }

    /** One of an enum's values; the first where the text is none. */
    <E> E choice(Key key, E[] choices, Function<E, String> textOf) {
        return choice(key, text(key), choices, textOf);
    }

    /** The same for a default that depends on other keys. */
    <E> E choice(Key key, E standard, E[] choices, Function<E, String> textOf) {
        return choice(key, find(key).orElse(textOf.apply(standard)), choices, textOf);
    }

    private <E> E choice(Key key, String text, E[] choices, Function<E, String> textOf) {
        return Stream.of(choices)
                .filter(choice -> textOf.apply(choice).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    String allowed = Stream.of(choices).map(textOf).collect(Collectors.joining(", "));
                    findings.mistake(key, text, "must be one of: " + allowed);
                    return choices[0];
                });
    }

    /** A list in which every word is one of the allowed. */
    Set<String> words(Key key, List<String> allowed) {
        Set<String> words = list(key);
        words.stream()
                .filter(word -> !allowed.contains(word))
                .forEach(word -> findings.mistake(
                        key, word, "is not known in this release: allowed are " + String.join(", ", allowed)));
        return words;
    }

    /** A list of IP addresses and blocks of them. */
    List<String> addresses(Key key) {
        Set<String> ranges = list(key);
        ranges.forEach(
                range -> AddressRange.refusal(range).ifPresent(refusal -> findings.mistake(key, range, refusal)));
        return List.copyOf(ranges);
    }

    /** The parts between commas, in their order, none twice; a comma inside a part is written {@code \,}. */
    Set<String> list(Key key) {
        return Stream.of(find(key).or(key::defaultText).orElse("").split("(?<!\\\\),"))
                .map(part -> part.replace("\\,", ",").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An absolute path; a relative one counts from the working directory of the server. */
    Optional<Path> path(Key key) {
        return find(key).or(key::defaultText).flatMap(text -> path(key, text));
    }

    /** The same for one text of several. */
    Optional<Path> path(Key key, String text) {
        if (text.startsWith("~")) {
            findings.mistake(key, text, "must be written out: ~ is not understood here");
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            findings.mistake(key, text, "must be a path of this operating system");
            return Optional.empty();
        }
    }

    private String text(Key key) {
        return find(key).or(key::defaultText).orElse("");
    }
}
