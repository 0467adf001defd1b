package org.ostiary.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, started at first use and ended with this JVM, in which every server gets a database of its own. */
final class Databases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    private Databases() {}

    /** The {@code oidc.db.*} keys of a new, empty database. */
    static Map<String, String> newPostgres() {
        String name = "ostiary_" + COUNT.incrementAndGet();
        EmbeddedPostgres server = postgres();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name, e);
        }
        return Map.of(
                "oidc.db.url", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "oidc.db.user", "postgres",
                "oidc.db.password", "postgres");
    }

    private static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                // By default the library trades durability for speed; what these tests assert is durability.
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }
}
