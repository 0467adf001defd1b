package org.ostiary.ejb.authelia;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes single options over: reads one, writes our key for it, and reports what became of it. */
final class Words {

    private final Section section;
    private final Draft draft;
    private final Report report;

    Words(Section section, Draft draft) {
        this.section = section;
        this.draft = draft;
        this.report = section.report();
    }

    /** Our spelling of a name that Authelia chose. */
    static String kebab(String option) {
        return option.replace('_', '-');
    }

    /** Our spelling of a name that the operator chose: keys are separated by dots. */
    static String own(String name) {
        return name.replace('.', '-');
    }

    void text(String option, String key) {
        section.text(option).ifPresent(text -> {
            if (expands(option, text)) {
                return;
            }
            draft.put(key, text);
            report.kept(section.path(option), key);
        });
    }

    /** A reference in a value would be replaced by our configuration, so such a text cannot stand in it. */
    private boolean expands(String option, String text) {
        boolean expands = text.contains("${");
        if (expands) {
            report.lost(section.path(option), "has ${ in it, which our configuration would replace; set it by hand");
        }
        return expands;
    }

    void flag(String option, String key) {
        section.flag(option).ifPresent(flag -> {
            draft.put(key, String.valueOf(flag));
            report.kept(section.path(option), key);
        });
    }

    void list(String option, String key) {
        List<String> texts = section.texts(option);
        if (!texts.isEmpty() && texts.stream().noneMatch(text -> expands(option, text))) {
            draft.put(key, texts);
            report.kept(section.path(option), key);
        }
    }

    /** A duration within our limits; the nearest where it is without. */
    Optional<Duration> duration(String option, String key, Duration least, Duration most) {
        Optional<String> text = section.text(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = DurationWords.parse(text.get());
        if (duration.isEmpty()) {
            report.lost(section.path(option), "is no duration; our default counts");
            return Optional.empty();
        }
        if (duration.get().isZero()) {
            report.notNeeded(section.path(option), "is 0, which means the default");
            return Optional.empty();
        }
        Duration written = clamp(duration.get(), least, most);
        draft.put(key, DurationWords.write(written));
        if (!written.equals(duration.get())) {
            report.lost(
                    section.path(option),
                    key + " is " + DurationWords.write(written) + ", because it must be from "
                            + DurationWords.write(least) + " to " + DurationWords.write(most));
        } else {
            report.kept(section.path(option), key);
        }
        return Optional.of(written);
    }

    private static Duration clamp(Duration duration, Duration least, Duration most) {
        Duration whole = Duration.ofSeconds(duration.toSeconds());
        if (whole.compareTo(least) < 0) {
            return least;
        }
        return whole.compareTo(most) > 0 ? most : whole;
    }
}
