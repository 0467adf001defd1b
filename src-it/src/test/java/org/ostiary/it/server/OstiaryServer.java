package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One running Ostiary: an archive as built, in a server process of its own, reachable on loopback only. */
public abstract sealed class OstiaryServer implements AutoCloseable permits MicroServer, PayaraServer {
    private static final Pattern SET_UP_LINK = Pattern.compile("https?://\\S+/setup\\.xhtml\\?token=[A-Za-z0-9_-]+");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final HttpClient PROBE =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    final ServerHome home;
    final int port;
    final Map<String, String> configuration;
    private long logStart;

    OstiaryServer(ServerHome home, ServerSettings settings) {
        this.home = home;
        this.port = Ports.free();
        this.configuration = settings.resolve(port, home);
    }

    /** Starts the process and waits until it is ready. Fails with the log's end when it does not come up. */
    public final void start() {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting for anything. */
    public final void launch() {
        logStart = logSize();
        launchProcess();
    }

    /** Ends the process in order and starts it again on the same port with the same data. */
    public final void restart() {
        stop();
        start();
    }

    /** Waits until {@code /health/ready} answers 200, three minutes at most. */
    public final void awaitReady() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!ready()) {
            if (!running() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The server did not get ready. End of " + log() + ":\n" + logTail());
            }
            pause();
        }
    }

    /** Waits until Payara Micro says that everything is deployed that could be, or the process ends; three minutes at most. */
    public final void awaitEndOfStart() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (running() && !logSinceStart().contains(" ready in ")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The start did not end. End of " + log() + ":\n" + logTail());
            }
            pause();
        }
    }

    /** Whether {@code /health/ready} answers 200 now. */
    public final boolean ready() {
        HttpRequest probe = HttpRequest.newBuilder(endpoint("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<Void> answer = PROBE.send(probe, HttpResponse.BodyHandlers.discarding());
            // Before the application is deployed, Payara answers this path itself.
            return answer.statusCode() == 200
                    && answer.headers().firstValue("X-Request-Id").isPresent();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as {@code kill -9} does, and waits until it is gone. Harmless when it does not run. */
    public abstract void kill();

    /** Asks the process to end, and waits until it is gone. Harmless when it does not run. */
    public abstract void stop();

    /** Whether the process runs; says nothing about the application. */
    public abstract boolean running();

    /** Everything the server and the application print, of all starts. */
    public abstract Path log();

    abstract void launchProcess();

    /** The configured issuer. */
    public final URI issuer() {
        return URI.create(configuration.getOrDefault("oidc.issuer", address().toString()));
    }

    /** Where the process listens: the issuer too, unless a test configured another. */
    public final URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** The TCP port on 127.0.0.1 where the process listens for HTTP. */
    public final int port() {
        return port;
    }

    /** A path below {@link #address()}; begins with a slash. */
    public final URI endpoint(String path) {
        return URI.create(address() + path);
    }

    /** The directory that {@code oidc.data-directory} names. */
    public final Path dataDirectory() {
        return home.data();
    }

    /** The configuration as the process got it. */
    public final Map<String, String> configuration() {
        return Map.copyOf(configuration);
    }

    /**
     * Opens the server's database behind its back. The embedded one admits nobody else while the server runs: stop it
     * first.
     */
    public final Connection openDatabase() throws SQLException {
        return DriverManager.getConnection(
                configuration.getOrDefault(
                        "oidc.db.url", "jdbc:h2:file:" + dataDirectory().resolve("ostiary") + ";WRITE_DELAY=0"),
                configuration.getOrDefault("oidc.db.user", "ostiary"),
                configuration.getOrDefault("oidc.db.password", ""));
    }

    /** What was printed since the latest start. */
    public final String logSinceStart() {
        try {
            byte[] all = Files.exists(log()) ? Files.readAllBytes(log()) : new byte[0];
            int from = (int) Math.min(logStart, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The set-up link of the banner of the latest start. Fails when the banner has none. */
    public final String setUpLink() {
        Matcher link = SET_UP_LINK.matcher(logSinceStart());
        if (!link.find()) {
            throw new IllegalStateException("No set-up link in " + log());
        }
        return link.group();
    }

    /** Whether the banner of the latest start has a set-up link. */
    public final boolean printsSetUpLink() {
        return SET_UP_LINK.matcher(logSinceStart()).find();
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public final String toString() {
        return home.root().getFileName() + " at " + address();
    }

    private String logTail() {
        String text = logSinceStart();
        return text.substring(Math.max(0, text.length() - 6_000));
    }

    private long logSize() {
        try {
            return Files.exists(log()) ? Files.size(log()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
