package org.ostiary.persistence.datasource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the container the operator's file, which the system property {@code oidc.config} or else the environment variable
 * {@code OIDC_CONFIG} names: below the environment (300), above what is packaged (100). A file that is named and cannot be
 * read yields nothing here; whoever checks the configuration stops the start for it, because servers differ in what they do
 * when a source throws.
 */
public class OperatorFile implements ConfigSource {
    private static final int ORDINAL = 250;

    private final Map<String, String> values;

    /** Reads the file that this process was told to read. */
    public OperatorFile() {
        this(named().map(OperatorFile::loadOrNothing).orElse(Map.of()));
    }

    private OperatorFile(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The same for whoever must not go on without what it says.
     *
     * @throws SQLException when a file is named that cannot be read
     */
    static OperatorFile required() throws SQLException {
        String file = named().orElse("");
        try {
            return new OperatorFile(file.isEmpty() ? Map.of() : PropertiesFile.load(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new SQLException("The file that oidc.config or OIDC_CONFIG names cannot be read: " + e, e);
        }
    }

    private static Optional<String> named() {
        return Optional.ofNullable(System.getProperty("oidc.config"))
                .or(() -> Optional.ofNullable(System.getenv("OIDC_CONFIG")));
    }

    private static Map<String, String> loadOrNothing(String file) {
        try {
            return PropertiesFile.load(file);
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    @Override
    public Map<String, String> getProperties() {
        return values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String key) {
        return values.get(key);
    }

    @Override
    public String getName() {
        return "the file that oidc.config or OIDC_CONFIG names";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
