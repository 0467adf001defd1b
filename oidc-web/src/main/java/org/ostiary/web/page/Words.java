package org.ostiary.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ostiary.ejb.language.Language;

/** One bundle of words in all languages. The English one has no language in its name, and stands in for missing words. */
final class Words {

    /** Nothing but the language that was asked for: not that of the server. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Map<Language, ResourceBundle> bundles;

    Words(String name) {
        bundles = Stream.of(Language.values())
                .collect(Collectors.toMap(Function.identity(), language -> bundle(name, language)));
    }

    private static ResourceBundle bundle(String name, Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : Locale.forLanguageTag(language.tag());
        return ResourceBundle.getBundle("org.ostiary.web." + name, locale, Words.class.getClassLoader(), NO_FALLBACK);
    }

    boolean has(String key) {
        return in(Language.ENGLISH).containsKey(key);
    }

    String word(String key, Language language) {
        return in(language).getString(key);
    }

    ResourceBundle in(Language language) {
        return Objects.requireNonNull(bundles.get(language), "every language has one");
    }
}
