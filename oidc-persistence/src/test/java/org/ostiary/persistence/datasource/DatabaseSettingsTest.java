package org.ostiary.persistence.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    @Test
    void readsUrlUserAndPassword() throws SQLException {
        var settings = read(Map.of(
                "oidc.db.url", "jdbc:postgresql://db.example/ostiary",
                "oidc.db.user", "porter",
                "oidc.db.password", "key"));

        assertThat(settings).isEqualTo(new DatabaseSettings("jdbc:postgresql://db.example/ostiary", "porter", "key"));
    }

    @Test
    void isTheEmbeddedDatabaseOfTheDataDirectoryByDefault() throws SQLException {
        var settings = read(Map.of("oidc.data-directory", "/srv/ostiary"));

        assertThat(settings)
                .isEqualTo(new DatabaseSettings("jdbc:h2:file:/srv/ostiary/ostiary;WRITE_DELAY=0", "ostiary", ""));
    }

    @Test
    void refusesAUrlThatWouldLoseCommitsAndNamesTheKey() {
        assertThatThrownBy(() -> read(Map.of("oidc.db.url", "jdbc:h2:file:/srv/ostiary")))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("oidc.db.url: ")
                .hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void keepsThePasswordOutOfMessages() throws SQLException {
        assertThat(read(Map.of("oidc.db.password", "key-to-all"))).asString().doesNotContain("key-to-all");
    }

    private static DatabaseSettings read(Map<String, String> values) throws SQLException {
        return DatabaseSettings.read(key -> Optional.ofNullable(values.get(key)), "oidc.db");
    }
}
