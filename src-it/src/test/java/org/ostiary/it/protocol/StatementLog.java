package org.ostiary.it.protocol;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL that writes down every statement it executes. */
final class StatementLog implements AutoCloseable {
    private static final Pattern EXECUTED = Pattern.compile("(?:statement|execute [^:]+): (.*)");
    private static final String FILE = "statements.log";

    private final EmbeddedPostgres postgres;
    private final Path directory;
    private final Path file;

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
                    .setServerConfig("log_line_prefix", "")
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

    /** What was executed while {@code work} ran, but for what a timer asks every few seconds. */
    Work during(Runnable work) {
        long from = size();
        work.run();
        return new Work(executed(from));
    }

    private List<String> executed(long from) {
        try {
            byte[] all = Files.readAllBytes(file);
            String text = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
            List<String> statements = new ArrayList<>();
            Matcher executed = EXECUTED.matcher(text);
            while (executed.find()) {
                String statement = executed.group(1).strip();
                if (!statement.isEmpty() && !ofATimer(statement.toLowerCase(Locale.ROOT))) {
                    statements.add(statement);
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ofATimer(String statement) {
        return statement.contains("cache_version") || statement.contains(" refusal");
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
            return executed.stream()
                    .filter(statement -> !statement.matches("(?i)(begin|commit|rollback|set |show ).*"))
                    .toList();
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
                } else if (!statement.matches("(?i)(begin|rollback|set |show ).*")) {
                    worked = true;
                }
            }
            return commits;
        }
    }
}
