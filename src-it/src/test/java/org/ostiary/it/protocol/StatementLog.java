package org.ostiary.it.protocol;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL that writes down every statement it executes. */
final class StatementLog implements AutoCloseable {
    private static final Pattern EXECUTED = Pattern.compile("(?m)^(\\d+):LOG:  (?:statement|execute [^:]+): (.*)$");
    private static final List<String> TIMERS_ASK_FOR = List.of(
            "cache_version",
            " refusal",
            " from job ",
            "outgoing_mail",
            "logout_delivery",
            "audit_chain",
            "seal_position is null",
            "pg_catalog");
    private static final String FILE = "statements.log";
    private static final String MARK = "a mark in the log ";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final Path directory;
    private final Path file;
    private int marks;

    private StatementLog(EmbeddedPostgres postgres, Path directory) {
        this.postgres = postgres;
        this.directory = directory;
        this.file = directory.resolve(FILE);
    }

    static StatementLog start() {
        try {
            // Writable for whatever account the database gives itself.
            Path directory = Files.createTempDirectory("ostiary-statements");
            directory.toFile().setWritable(true, false);
            directory.toFile().setReadable(true, false);
            directory.toFile().setExecutable(true, false);
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("log_statement", "all")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", directory.toString())
                    .setServerConfig("log_filename", FILE)
                    .setServerConfig("log_file_mode", "0644")
                    .setServerConfig("log_line_prefix", "%p:")
                    .start();
            return new StatementLog(postgres, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code oidc.db.*} keys of its database. */
    Map<String, String> configuration() {
        return Map.of(
                "oidc.db.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "oidc.db.user", "postgres",
                "oidc.db.password", "postgres");
    }

    /** What was executed while {@code work} ran, but for what timers ask every few seconds. */
    Work during(Runnable work) {
        catchUp();
        long from = size();
        work.run();
        catchUp();
        return new Work(executed(from));
    }

    /** Waits until everything is written down that was executed before: the database writes its log in its own time. */
    private void catchUp() {
        String mark = MARK + marks++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select '" + mark + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (!text(0).contains("'" + mark + "'")) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The database does not write its log");
            }
            Thread.onSpinWait();
        }
    }

    /** Each connection's transactions are looked at as a whole: one in which a timer did all is left out with its commit. */
    private List<String> executed(long from) {
        List<String> executed = new ArrayList<>();
        Map<String, List<String>> open = new HashMap<>();
        Matcher line = EXECUTED.matcher(text(from));
        while (line.find()) {
            String connection = line.group(1);
            String statement = line.group(2).strip();
            if (statement.matches("(?i)begin.*")) {
                open.put(connection, new ArrayList<>());
            }
            List<String> transaction = open.get(connection);
            if (transaction == null) {
                add(executed, List.of(statement));
            } else {
                transaction.add(statement);
                if (statement.matches("(?i)(commit|rollback).*")) {
                    add(executed, transaction);
                    open.remove(connection);
                }
            }
        }
        open.values().forEach(transaction -> add(executed, transaction));
        return executed;
    }

    private static void add(List<String> executed, List<String> transaction) {
        List<String> worked = transaction.stream().filter(Work::works).toList();
        if (worked.isEmpty() || !worked.stream().allMatch(StatementLog::notOfARequest)) {
            executed.addAll(transaction);
        }
    }

    private static boolean notOfARequest(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        return TIMERS_ASK_FOR.stream().anyMatch(lower::contains)
                || (lower.contains("login_session")
                        && lower.contains("ended_at is null")
                        && !lower.contains("handle_hash ="))
                || statement.contains(MARK);
    }

    private String text(long from) {
        try {
            byte[] all = Files.readAllBytes(file);
            return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            Files.delete(file);
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statements in their order, with BEGIN and COMMIT among them. */
    record Work(List<String> executed) {
        /**
         * Those that read or write, without the ones that only mark a transaction, and without the server's connection
         * pool, which asks for the isolation level each time it lends or takes back a connection.
         */
        List<String> statements() {
            return executed.stream().filter(Work::works).toList();
        }

        private static boolean works(String statement) {
            return !statement.isEmpty() && !statement.matches("(?i)(begin|commit|rollback|set |show ).*");
        }

        /** The commits of transactions that did something. */
        List<String> commits() {
            List<String> commits = new ArrayList<>();
            boolean worked = false;
            for (String statement : executed) {
                if (statement.matches("(?i)commit.*")) {
                    if (worked) {
                        commits.add(statement);
                    }
                    worked = false;
                } else if (works(statement)) {
                    worked = true;
                }
            }
            return commits;
        }
    }
}
