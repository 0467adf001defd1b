package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.OwnText;
import org.ostiary.ejb.config.OwnTexts;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;

/** The words of letters: an operator's where there are usable ones, else those of {@code letters.properties} and its siblings. */
@ApplicationScoped
public class LetterWords {

    private static final Logger LOG = Logger.getLogger(LetterWords.class.getName());
    private static final String BUNDLE = "org.ostiary.ejb.mail.letters";

    /** Not a text with placeholders, but a pattern for moments. */
    private static final String MOMENT = "moment";

    @Inject
    ProviderConfig config;

    private volatile @Nullable Map<Language, Map<String, String>> own;

    /** Reads the operator's words, and warns of those that no letter can have. Done at the start, where warnings are read. */
    public void open() {
        Path file = config.pages().texts();
        Map<Language, Map<String, String>> usable = new EnumMap<>(Language.class);
        if (file != null) {
            try {
                OwnTexts.read(file).words().forEach((language, words) -> usable.put(language, usable(words, language)));
            } catch (IOException e) {
                // It was there when the configuration was judged.
                throw new UncheckedIOException(e);
            }
        }
        own = usable;
    }

    /** A text, as it stands in the file. */
    String word(String key, Language language) {
        String preferred = own().getOrDefault(language, Map.of()).get(key);
        return preferred == null ? ours(language).getString(key) : preferred;
    }

    /** Whether letters have this text. */
    boolean has(String key) {
        return ours(Language.ENGLISH).containsKey(key);
    }

    private Map<Language, Map<String, String>> own() {
        Map<Language, Map<String, String>> read = own;
        if (read == null) {
            open();
            read = own;
        }
        return read == null ? Map.of() : read;
    }

    /** Those words that letters can have, by our keys. */
    static Map<String, String> usable(Map<String, String> words, Language language) {
        Map<String, String> usable = new TreeMap<>();
        words.forEach((name, text) -> {
            if (!name.startsWith(OwnTexts.MAIL)) {
                return;
            }
            String key = name.substring(OwnTexts.MAIL.length());
            String refusal = refusal(key, text, language);
            if (refusal.isEmpty()) {
                usable.put(key, text);
            } else {
                LOG.warning(() -> "oidc.pages.texts: " + name + " (" + language.tag() + ") " + refusal);
            }
        });
        return usable;
    }

    private static String refusal(String key, String text, Language language) {
        ResourceBundle ours = ours(Language.ENGLISH);
        if (!ours.containsKey(key)) {
            return "is no text of mail";
        }
        if (key.equals(MOMENT)) {
            return new OwnText(text).refusalAsMoment(language);
        }
        if (key.endsWith(".subject") && text.lines().count() > 1) {
            return "must be one line";
        }
        return new OwnText(text).refusal(ours.getString(key));
    }

    private static ResourceBundle ours(Language language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                LetterWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
