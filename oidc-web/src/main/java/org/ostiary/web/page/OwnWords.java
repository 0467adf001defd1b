package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.OwnTexts;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;

/** Puts an operator's words in the place of ours, at the start. What could not be shown is left out, with a warning. */
@ApplicationScoped
public class OwnWords {

    private static final Logger LOG = System.getLogger(OwnWords.class.getName());
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(,\\w+)?");

    /** A number fits every placeholder. */
    private static final Object[] EXAMPLE = {3, 3, 3};

    /** Not a text with placeholders, but a pattern for moments. */
    private static final String MOMENT = "moment";

    @Inject
    ProviderConfig config;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        Path file = config.pages().texts();
        if (file == null) {
            Texts.prefer(Map.of());
            return;
        }
        try {
            Map<Language, Map<String, String>> usable = new EnumMap<>(Language.class);
            OwnTexts.read(file).words().forEach((language, words) -> usable.put(language, usable(words, language)));
            Texts.prefer(usable);
        } catch (IOException e) {
            // It was there when the configuration was judged.
            throw new UncheckedIOException(e);
        }
    }

    /** Those words that pages can show. */
    static Map<String, String> usable(Map<String, String> words, Language language) {
        Map<String, String> usable = new TreeMap<>();
        words.forEach((key, text) -> {
            String refusal = refusal(key, text, language);
            if (refusal.isEmpty()) {
                usable.put(key, text);
            } else {
                LOG.log(Level.WARNING, "oidc.pages.texts: {0} ({1}) {2}", key, language.tag(), refusal);
            }
        });
        return usable;
    }

    private static String refusal(String key, String text, Language language) {
        if (!Texts.has(key)) {
            return "is no text of the pages";
        }
        if (key.equals(MOMENT)) {
            return isPatternOfMoments(text, language)
                    ? ""
                    : "is no pattern of java.time.format.DateTimeFormatter for a day and a time";
        }
        Set<String> placeholders = placeholders(Texts.english(key));
        if (!placeholders.equals(placeholders(text))) {
            return "must have the placeholders of ours";
        }
        // Also one without any: pages give the same values to texts that say something of them and to those that do
        // not.
        return isPattern(text)
                ? ""
                : "is no pattern of java.text.MessageFormat: a brace must begin a placeholder of ours";
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPattern(String text) {
        try {
            MessageFormat pattern = new MessageFormat(text);
            return !pattern.format(EXAMPLE).isEmpty()
                    && Arrays.stream(pattern.getFormats()).allMatch(OwnWords::choices);
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
