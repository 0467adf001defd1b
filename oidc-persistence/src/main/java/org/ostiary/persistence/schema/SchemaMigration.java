package org.ostiary.persistence.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the current schema, or refuses to go on. */
public final class SchemaMigration {

    private SchemaMigration() {}

    /**
     * Runs the migrations that the database has not seen yet. Several nodes may do so at once: Flyway lets one go first.
     *
     * @param dataSource gives connections that no container transaction has taken part in
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, or one that ran before has been changed since
     */
    public static void migrate(DataSource dataSource) {
        // Our own class loader: the server's would not see the migrations in a library of an EAR.
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
