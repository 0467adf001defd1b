package org.ostiary.ejb.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.ostiary.ejb.language.Language;

/**
 * An operator's words in place of ours: {@code texts.properties} for English, {@code texts_de.properties} beside it for German.
 *
 * @param words for each language that has a file, by their keys
 */
public record OwnTexts(Map<Language, Map<String, String>> words) {

    /** What the keys of texts of mail begin with; all others are those of pages. */
    public static final String MAIL = "mail.";

    public OwnTexts {
        words = Map.copyOf(words);
    }

    /**
     * Reads them.
     *
     * @param english the file for English, which need not exist as long as another does
     * @throws IOException when none exists, or one cannot be read or is no properties file in UTF-8
     */
    public static OwnTexts read(Path english) throws IOException {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Path file = of(english, language);
            if (Files.exists(file)) {
                texts.put(language, words(file));
            }
        }
        if (texts.isEmpty()) {
            throw new IOException("There is no such file, nor one for another language beside it");
        }
        return new OwnTexts(texts);
    }

    private static Path of(Path english, Language language) {
        if (language == Language.ENGLISH) {
            return english;
        }
        String name = String.valueOf(english.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return english.resolveSibling(name.substring(0, dot) + "_" + language.tag() + name.substring(dot));
    }

    private static Map<String, String> words(Path file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(malformed);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
