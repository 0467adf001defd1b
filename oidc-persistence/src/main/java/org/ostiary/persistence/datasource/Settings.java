package org.ostiary.persistence.datasource;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Configuration values by key. */
interface Settings {

    /** The value of a key; an empty value counts as none. */
    Optional<String> find(String key);

    /**
     * MicroProfile Config as our own class loader sees it, whichever thread asks: the server makes connections in threads of
     * its own. A server without MicroProfile Config leaves system properties and the environment.
     */
    static Settings configured() {
        try {
            var config = ConfigProvider.getConfig(Settings.class.getClassLoader());
            return key -> config.getOptionalValue(key, String.class);
        } catch (IllegalStateException | NoSuchElementException | NoClassDefFoundError noMicroProfile) {
            return Settings::fromProcess;
        }
    }

    private static Optional<String> fromProcess(String key) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(key))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isEmpty());
    }
}
