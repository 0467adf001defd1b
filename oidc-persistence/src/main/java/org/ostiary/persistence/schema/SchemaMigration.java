package org.ostiary.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the current schema, or refuses to go on. */
public final class SchemaMigration {

    /** Stands in migrations behind the type of a column that is compared character by character; H2 always does that. */
    private static final String BYTEWISE = "bytewise";

    /** Stands in migrations behind what a column is made from; H2 says nothing there. */
    private static final String STORED = "stored";

    private SchemaMigration() {}

    /**
     * Runs the migrations that the database has not seen yet. Several nodes may do so at once: Flyway lets one go first.
     *
     * @param dataSource gives connections that no container transaction has taken part in
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, or one that ran before has been changed since
     */
    public static void migrate(DataSource dataSource) {
        boolean postgres = postgres(dataSource);
        // Our own class loader: the server's would not see the migrations in a library of an EAR.
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of(BYTEWISE, postgres ? " collate \"C\"" : "", STORED, postgres ? " stored" : ""))
                .load()
                .migrate();
    }

    private static boolean postgres(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
