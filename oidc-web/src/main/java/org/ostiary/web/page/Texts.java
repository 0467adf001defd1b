package org.ostiary.web.page;

import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.ostiary.ejb.language.Language;

/** The words of the pages in the language of their reader, out of the bundles of properties beside this package. */
public final class Texts {
    private static final Words TEXTS = new Words("texts");
    private static final Words SCOPES = new Words("scopes");
    private static final Words CLAIMS = new Words("claims");

    /** The operator's own, which count before ours. */
    private static volatile Map<Language, Map<String, String>> own = Map.of();

    private Texts() {}

    /** Lets an operator's words count before ours, for everybody. */
    static void prefer(Map<Language, Map<String, String>> words) {
        own = Map.copyOf(words);
    }

    /**
     * A text of the pages, as it stands in the file.
     *
     * @param key must exist
     */
    public static String text(String key) {
        Language language = Reader.language();
        String preferred = own.getOrDefault(language, Map.of()).get(key);
        return preferred == null ? TEXTS.word(key, language) : preferred;
    }

    /** A text of the pages with its {0}, {1}… filled in. */
    public static String text(String key, Object... values) {
        Language language = Reader.language();
        Object[] shown = Arrays.stream(values)
                .map(value -> value instanceof String text ? isolated(text, language) : value)
                .toArray();
        return new MessageFormat(text(key), language.locale()).format(shown);
    }

    /** A text for programs, whoever reads it. */
    public static String english(String key) {
        return TEXTS.word(key, Language.ENGLISH);
    }

    /** Whether the pages have this text. */
    public static boolean has(String key) {
        return TEXTS.has(key);
    }

    /** What a scope means for the person who is asked; empty for one that nobody described. */
    public static Optional<String> scope(String scope) {
        return SCOPES.has(scope) ? Optional.of(SCOPES.word(scope, Reader.language())) : Optional.empty();
    }

    /** What a claim is about, to stand after "See"; empty for one that nobody described. */
    public static Optional<String> claim(String claim) {
        return CLAIMS.has(claim) ? Optional.of(CLAIMS.word(claim, Reader.language())) : Optional.empty();
    }

    /** Where two directions of writing meet, a name neither moves what is around it nor is moved (UAX 9, section 2.4). */
    private static String isolated(String value, Language language) {
        char[] letters = value.toCharArray();
        boolean meet = language.rightToLeft() || Bidi.requiresBidi(letters, 0, letters.length);
        return meet ? "\u2068" + value + "\u2069" : value;
    }
}
