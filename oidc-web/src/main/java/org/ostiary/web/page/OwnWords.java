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
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.ostiary.ejb.config.OwnText;
import org.ostiary.ejb.config.OwnTexts;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;

/** Puts an operator's words in the place of ours, at the start. What could not be shown is left out, with a warning. */
@ApplicationScoped
public class OwnWords {

    private static final Logger LOG = System.getLogger(OwnWords.class.getName());

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
            if (key.startsWith(OwnTexts.MAIL)) {
                return;
            }
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
        return key.equals(MOMENT)
                ? new OwnText(text).refusalAsMoment(language)
                : new OwnText(text).refusal(Texts.english(key));
    }
}
