package org.ostiary.persistence.datasource;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;

/** Where the database is and who we are there. */
record DatabaseSettings(String url, String user, String password) {

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

    Properties credentials() {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        return credentials;
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
