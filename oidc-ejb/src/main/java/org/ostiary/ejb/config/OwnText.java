package org.ostiary.ejb.config;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.language.Language;

/** An operator's text, and whether it can stand in the place of one of ours: what is wrong with it, empty for nothing. */
public record OwnText(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(,\\w+)?");

    /** What {@link MessageFormat} takes as it stands. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*('|$)");

    /** A number fits every placeholder. */
    private static final Object[] EXAMPLE = {3, 3, 3};

    /** As a text with the placeholders that ours has, which may be none. */
    public String refusal(String ours) {
        if (!placeholders(ours).equals(placeholders(text))) {
            return "must have the placeholders of ours, and each apostrophe twice where there are any";
        }
        // Also one without any: pages give the same values to texts that say something of them and to those that do
        // not.
        return isPattern(text)
                ? ""
                : "is no pattern of java.text.MessageFormat: a brace must begin a placeholder of ours";
    }

    /** As a pattern for moments. */
    public String refusalAsMoment(Language language) {
        return isPatternOfMoments(text, language)
                ? ""
                : "is no pattern of java.time.format.DateTimeFormatter for a day and a time";
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(QUOTED.matcher(text.replace("''", "")).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPattern(String text) {
        try {
            MessageFormat pattern = new MessageFormat(text);
            return !pattern.format(EXAMPLE).isEmpty()
                    && Arrays.stream(pattern.getFormats()).allMatch(OwnText::choices);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return false;
        }
    }

    /** What is chosen by a number is a pattern itself, of which an example would try one only. */
    private static boolean choices(@Nullable Format format) {
        return !(format instanceof ChoiceFormat choice)
                || Arrays.stream(choice.getFormats())
                        .map(String::valueOf)
                        .allMatch(text -> text.isEmpty() || isPattern(text));
    }

    private static boolean isPatternOfMoments(String text, Language language) {
        try {
            return !DateTimeFormatter.ofPattern(text, language.locale())
                    .format(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                    .isBlank();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }
}
