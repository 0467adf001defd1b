package org.ostiary.persistence.datasource;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks an open H2 database what its URL would have told: whether a commit is on disk when it is answered. */
final class WrittenAtCommit {

    private static final String DELAY =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

    private WrittenAtCommit() {}

    /**
     * Lets a connection pass, or closes it.
     *
     * @throws SQLException when the database is an H2 file that may lose acknowledged commits
     */
    static Connection require(Connection connection) throws SQLException {
        if (isH2File(connection.getMetaData()) && !isWrittenAtCommit(connection)) {
            connection.close();
            throw new SQLException("the H2 database is opened without ;WRITE_DELAY=0 in its URL, and a crash would lose"
                    + " codes, logins and revocations already acknowledged");
        }
        return connection;
    }

    private static boolean isH2File(DatabaseMetaData database) throws SQLException {
        return database.getDatabaseProductName().equals("H2")
                && !database.getURL().startsWith("jdbc:h2:mem:");
    }

    private static boolean isWrittenAtCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet delay = statement.executeQuery(DELAY)) {
            return delay.next() && delay.getString(1).equals("0");
        }
    }
}
