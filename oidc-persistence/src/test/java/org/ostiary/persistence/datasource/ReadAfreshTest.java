package org.ostiary.persistence.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadAfreshTest {

    private static final int RACERS = 8;
    private static final int ROUNDS = 8_000;

    @Test
    @DisplayName("whoever finds a row spent, because another was first, reads that it is: not what was so before")
    void seesWhatKeptItFromWriting() throws Exception {
        String url = "jdbc:h2:mem:afresh;DB_CLOSE_DELAY=-1";
        try (Connection setUp = DriverManager.getConnection(url);
                Statement statement = setUp.createStatement()) {
            statement.execute("CREATE TABLE token (id INT PRIMARY KEY, spent BOOLEAN NOT NULL)");
            statement.execute("INSERT INTO token SELECT x, FALSE FROM SYSTEM_RANGE(1, " + ROUNDS + ")");
        }
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService runners = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<List<Integer>>> deceived = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                deceived.add(
                        runners.submit(() -> spendAll(ReadAfresh.require(DriverManager.getConnection(url)), start)));
            }
            for (Future<List<Integer>> each : deceived) {
                assertThat(each.get()).isEmpty();
            }
        } finally {
            runners.shutdownNow();
        }
    }

    @Test
    void refusesAUserWhoMayNotSaySo() throws SQLException {
        String url = "jdbc:h2:mem:stranger";
        try (Connection administrator = DriverManager.getConnection(url, "sa", "");
                Statement statement = administrator.createStatement()) {
            statement.execute("CREATE USER stranger PASSWORD 'stranger'");
            Connection stranger = DriverManager.getConnection(url, "stranger", "stranger");

            assertThatThrownBy(() -> ReadAfresh.require(stranger))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("ADMIN TRUE");
            assertThat(stranger.isClosed()).isTrue();
        }
    }

    /** The rows that this racer did not spend, and read as unspent all the same. */
    private static List<Integer> spendAll(Connection connection, CyclicBarrier start) throws Exception {
        List<Integer> deceived = new ArrayList<>();
        try (connection;
                PreparedStatement spend =
                        connection.prepareStatement("UPDATE token SET spent = TRUE WHERE id = ? AND NOT spent");
                PreparedStatement read = connection.prepareStatement("SELECT spent FROM token WHERE id = ?")) {
            connection.setAutoCommit(false);
            for (int row = 1; row <= ROUNDS; row++) {
                start.await();
                boolean mine = !isSpent(read, row) && spends(spend, row);
                if (!mine && !isSpent(read, row)) {
                    deceived.add(row);
                }
                connection.commit();
            }
        }
        return deceived;
    }

    private static boolean spends(PreparedStatement spend, int row) throws SQLException {
        spend.setInt(1, row);
        return spend.executeUpdate() == 1;
    }

    private static boolean isSpent(PreparedStatement read, int row) throws SQLException {
        read.setInt(1, row);
        try (ResultSet spent = read.executeQuery()) {
            spent.next();
            return spent.getBoolean(1);
        }
    }
}
