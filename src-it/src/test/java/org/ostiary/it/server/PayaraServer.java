package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The EAR on Payara Server: a domain of its own, started and deployed to with {@code asadmin}. */
final class PayaraServer extends OstiaryServer {
    private static final String DOMAIN = "ostiary";

    private final PayaraDomain domain;
    private final boolean hardened;
    private boolean deployed;

    private PayaraServer(ServerHome home, ServerSettings settings, boolean hardened) {
        super(home, settings);
        this.hardened = hardened;
        this.domain = PayaraDomain.create(home.file("domains").resolve(DOMAIN), port, home, configuration);
    }

    /** As people are told to run it, which costs a second start and makes every orderly end wait. */
    static PayaraServer hardened(ServerHome home, ServerSettings settings) {
        return new PayaraServer(home, settings, true);
    }

    /** As it is delivered, for tests that start it often and look at nothing of what is hardened. */
    static PayaraServer asDelivered(ServerHome home, ServerSettings settings) {
        return new PayaraServer(home, settings, false);
    }

    @Override
    void launchProcess() {
        startDomain();
        if (!deployed) {
            if (hardened) {
                harden();
            }
            asadminAtDomain("deploy", Artefacts.ear().toString());
            deployed = true;
        }
    }

    /** As the repository tells people who run Payara Server; it takes effect with the next start. */
    private void harden() {
        PreBoot.serverCommands().ifPresent(file -> {
            asadminAtDomain("multimode", "--file", file.toString());
            // An orderly end would wait for requests that nobody sent yet.
            kill();
            startDomain();
        });
    }

    private void startDomain() {
        asadmin(List.of("start-domain", "--domaindir", domains(), DOMAIN));
    }

    private void asadminAtDomain(String... command) {
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(domain.adminPort())));
        arguments.addAll(List.of(command));
        asadmin(arguments);
    }

    @Override
    public void stop() {
        if (running()) {
            asadmin(List.of("stop-domain", "--domaindir", domains(), DOMAIN));
        }
    }

    @Override
    public void kill() {
        process().ifPresent(running -> {
            running.destroyForcibly();
            await(running);
        });
    }

    @Override
    public boolean running() {
        return process().isPresent();
    }

    @Override
    public Path log() {
        return domain.directory().resolve("logs/server.log");
    }

    private String domains() {
        return home.file("domains").toString();
    }

    private Optional<ProcessHandle> process() {
        Path pid = domain.directory().resolve("config/pid");
        try {
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void asadmin(List<String> arguments) {
        Path cli = Artefacts.payaraServer().resolve("glassfish/lib/client/appserver-cli.jar");
        List<String> command = new ArrayList<>(
                List.of(Artefacts.java().toString(), "-XX:TieredStopAtLevel=1", "-jar", cli.toString()));
        command.addAll(arguments);
        Path output = home.file("asadmin.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "asadmin " + arguments + " failed; " + output + " says:\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(ProcessHandle ending) {
        CompletableFuture<ProcessHandle> end = ending.onExit();
        try {
            end.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The server did not end within 60 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
