package org.ostiary.persistence.datasource;

import java.sql.SQLException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Configuration values by key. */
interface Settings {

    /** The value of a key; an empty value counts as none. */
    Optional<String> find(String key);

    /**
     * MicroProfile Config with the operator's file, whichever thread and class loader ask. The server's own lookup would not
     * do: Payara Server makes the first connections of an EAR in threads and by a class loader that it does not know to be the
     * EAR's, shows them none of its sources, and so the embedded database would take the place of the one that the file names. A
     * server without MicroProfile Config leaves system properties, the environment and the file.
     *
     * @throws SQLException when a file is named that cannot be read: without it, the database could be another one
     */
    static Settings configured() throws SQLException {
        OperatorFile file = OperatorFile.required();
        try {
            Config config = built(file);
            return key -> config.getOptionalValue(key, String.class);
        } catch (IllegalStateException | NoSuchElementException | NoClassDefFoundError noMicroProfile) {
            return key -> fromProcess(key).or(() -> Optional.ofNullable(file.getValue(key)));
        }
    }

    /** Payara cannot build one in a thread without a context class loader, as those of its pools are. */
    private static Config built(OperatorFile file) {
        ClassLoader ours = Settings.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ours);
        try {
            return ConfigProviderResolver.instance()
                    .getBuilder()
                    .forClassLoader(ours)
                    .addDefaultSources()
                    .withSources(file)
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Optional<String> fromProcess(String key) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(key))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isEmpty());
    }
}
