package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of these pages, in English only, as views name them: {@code word['deliveries.lead']}. They are for few people, who
 * read the documentation and the log as well.
 */
@Named("word")
@ApplicationScoped
public class ConsoleWords extends AbstractMap<String, String> {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "org.ostiary.web.admin",
            Locale.ROOT,
            ConsoleWords.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    /** A word; must exist. */
    static String word(String key) {
        return WORDS.getString(key);
    }

    /** A word with its {0}, {1}… filled in. */
    static String word(String key, Object... values) {
        return new MessageFormat(word(key), Locale.ENGLISH).format(values);
    }

    /** Whether there is one. */
    static boolean has(String key) {
        return WORDS.containsKey(key);
    }

    /** The word of a constant: {@code prefix.name}. */
    static String of(String prefix, Enum<?> constant) {
        return word(prefix + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        return key == null ? null : word(key.toString());
    }

    /** Views look words up and never list them. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
