package org.ostiary.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The check of the configuration that the archive brings along, run by itself, as the README's command does first. */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /** Runs it with these settings as system properties. */
    public static Verdict of(ServerSettings settings) {
        ServerHome home = ServerHome.create(Artefacts.workDirectory().resolve("configuration-check"));
        try {
            unpackLibraries(home.temporary());
            List<String> command = new ArrayList<>(List.of(Artefacts.java().toString(), "-XX:TieredStopAtLevel=1"));
            settings.resolve(Ports.free(), home).forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.addAll(List.of("-cp", home.temporary() + "/*", "org.ostiary.ejb.config.ConfigurationCheck"));
            Process process = new ProcessBuilder(command)
                    .directory(home.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), output.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void unpackLibraries(Path directory) throws IOException {
        try (InputStream file = Files.newInputStream(Artefacts.war());
                ZipInputStream war = new ZipInputStream(file)) {
            for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("WEB-INF/lib/") && name.endsWith(".jar")) {
                    Files.copy(war, directory.resolve(name.substring(name.lastIndexOf('/') + 1)));
                }
            }
        }
    }

    /**
     * What the check said.
     *
     * @param exitCode 0 when the configuration is right
     * @param lines what it printed
     */
    public record Verdict(int exitCode, List<String> lines) {}
}
