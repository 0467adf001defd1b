package org.ostiary.persistence.datasource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A properties file in UTF-8. Needs nothing of a server, because the configuration is checked without one too. */
public final class PropertiesFile {
    private PropertiesFile() {}

    /**
     * What the file says.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when the text is no path, or the file has a malformed escape
     */
    public static Map<String, String> load(String file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
