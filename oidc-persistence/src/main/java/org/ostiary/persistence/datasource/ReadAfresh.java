package org.ostiary.persistence.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps H2 from answering a query with the result of the one before. H2 2.2 says that a table changed just before the change can be
 * seen: who asks in between, and asks the same again on that connection, is told the old state, and goes on being told it until the
 * table changes once more. A token used twice at once looks unused then, and one that was revoked may look valid.
 */
final class ReadAfresh {

    private static final String REUSE_NOTHING = "SET OPTIMIZE_REUSE_RESULTS 0";

    private ReadAfresh() {}

    /**
     * Lets a connection pass, or closes it.
     *
     * @throws SQLException when the database is an H2 and its user may not change how it answers
     */
    static Connection require(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return connection;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(REUSE_NOTHING);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw new SQLException(
                    "the H2 database must be told not to answer from earlier results (" + REUSE_NOTHING
                            + "), which takes an administrator of it: ALTER USER ... ADMIN TRUE",
                    e);
        }
    }
}
