package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The WAR on Payara Micro: one {@code java -jar}, configuration by system properties. */
final class MicroServer extends OstiaryServer {
    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1";

    private @Nullable Process process;

    MicroServer(ServerHome home, ServerSettings settings) {
        super(home, settings);
    }

    @Override
    void launchProcess() {
        try {
            process = new ProcessBuilder(command())
                    .directory(home.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() throws IOException {
        Path preBoot = home.file("pre-boot.txt");
        Files.writeString(preBoot, PreBoot.hardening() + LOOPBACK_ONLY + System.lineSeparator());
        Path postBoot = home.file("post-boot.txt");
        Files.writeString(
                postBoot,
                PreBoot.logLevels(configuration.get(ServerSettings.LOG_LEVELS))
                        + PreBoot.mailSession(configuration.get(ServerSettings.MAIL_PORT)));
        Path root = home.file("ROOT.war");
        Files.copy(Artefacts.war(), root, StandardCopyOption.REPLACE_EXISTING);
        if (configuration.containsKey(ServerSettings.LIBRARY)) {
            addLibrary(root, Path.of(configuration.get(ServerSettings.LIBRARY)));
        }

        // The first-tier compiler alone halves the time of a start.
        List<String> command = new ArrayList<>(
                List.of(Artefacts.java().toString(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Djava.io.tmpdir=" + home.temporary());
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", Artefacts.payaraMicro().toString(), "--nohazelcast"));
        command.addAll(List.of("--port", Integer.toString(port), "--prebootcommandfile", preBoot.toString()));
        command.addAll(List.of("--postbootcommandfile", postBoot.toString()));
        command.addAll(List.of("--deploy", root.toString()));
        return command;
    }

    private static void addLibrary(Path war, Path jar) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(war)) {
            Files.copy(jar, archive.getPath("/WEB-INF/lib", "added.jar"));
        }
    }

    @Override
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            await(running);
        }
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    @Override
    public boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    @Override
    public Path log() {
        return home.file("server.log");
    }

    private void await(Process ending) {
        try {
            if (!ending.waitFor(60, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException("The server did not end within 60 s; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
