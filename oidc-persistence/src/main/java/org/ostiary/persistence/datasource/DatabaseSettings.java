package org.ostiary.persistence.datasource;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/** Where the database is and who we are there. */
record DatabaseSettings(String url, String user, String password) {

    /**
     * Milliseconds. H2's own 2 seconds end early where twenty requests for one row are served in turn on a busy machine.
     */
    private static final String H2_LOCK_TIMEOUT = "8000";

    /**
     * Reads {@code url}, {@code user} and {@code password} under a prefix, usually {@code oidc.db}; without a URL, the embedded database in
     * {@code oidc.data-directory}.
     *
     * @throws SQLException when the URL is one that we refuse, with the reason
     */
    static DatabaseSettings read(Settings settings, String prefix) throws SQLException {
        String url = settings.find(prefix + ".url").orElseGet(() -> DatabaseUrl.embedded(dataDirectory(settings)));
        var mistake = DatabaseUrl.mistake(url);
        if (mistake.isPresent()) {
            throw new SQLException(prefix + ".url: " + mistake.get());
        }
        return new DatabaseSettings(
                url,
                settings.find(prefix + ".user").orElse("ostiary"),
                settings.find(prefix + ".password").orElse(""));
    }

    private static Path dataDirectory(Settings settings) {
        return Path.of(settings.find("oidc.data-directory").orElse("./ostiary-data"));
    }

    /** What the driver is told beside the URL: who we are, and how long H2 waits for a row, unless the URL says it. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        if (url.startsWith("jdbc:h2:") && !url.toUpperCase(Locale.ROOT).contains(";LOCK_TIMEOUT=")) {
            properties.setProperty("LOCK_TIMEOUT", H2_LOCK_TIMEOUT);
        }
        return properties;
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
