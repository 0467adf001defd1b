package org.ostiary.it.server;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All servers of this test run.
 *
 * <p>A start costs five to twenty seconds, so tests share servers wherever they can; tests on a shared server use data
 * of their own and never restart it. Every server ends with this JVM at the latest.
 */
public final class Servers {
    private static final Map<Flavour, OstiaryServer> SHARED = new EnumMap<>(Flavour.class);
    private static final Queue<OstiaryServer> STARTED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(OstiaryServer::kill), "servers-end"));
    }

    private Servers() {}

    /**
     * The server of this kind that the whole test run shares, with the standard configuration; started at first use. One
     * that does not start is not tried again: every test that needs it fails at once.
     */
    public static synchronized OstiaryServer shared(Flavour flavour) {
        OstiaryServer server = SHARED.get(flavour);
        if (server == null) {
            server = flavour == Flavour.SERVER_EAR_H2
                    ? kept(PayaraServer.hardened(newHome(flavour), ServerSettings.standard()))
                    : fresh(flavour, ServerSettings.standard());
            SHARED.put(flavour, server);
            startOrEnd(server);
        }
        if (!server.running()) {
            throw new IllegalStateException("The shared server does not run: " + server + ", see " + server.log());
        }
        return server;
    }

    /** One that is half up would make tests fail in ways that say nothing. */
    private static void startOrEnd(OstiaryServer server) {
        try {
            server.start();
        } catch (RuntimeException failed) {
            server.kill();
            throw failed;
        }
    }

    /** Where every server of this run writes its log. */
    static List<Path> logs() {
        return STARTED.stream().map(OstiaryServer::log).toList();
    }

    /**
     * A second node of the same provider: the issuer, database and master key of a server that runs, on a port of its own.
     * Not started yet; the caller starts and closes it.
     */
    public static OstiaryServer beside(OstiaryServer first) {
        return kept(new MicroServer(newHome(Flavour.MICRO_POSTGRES), ServerSettings.beside(first)));
    }

    private static OstiaryServer kept(OstiaryServer server) {
        STARTED.add(server);
        return server;
    }

    private static ServerHome newHome(Flavour flavour) {
        String name = flavour.name().toLowerCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
        return ServerHome.create(Artefacts.workDirectory().resolve(name));
    }

    /** A new server with an empty data directory and database, not started yet; the caller starts and closes it. */
    public static OstiaryServer fresh(Flavour flavour, ServerSettings settings) {
        ServerHome directories = newHome(flavour);
        return kept(switch (flavour) {
            case MICRO_H2 -> new MicroServer(directories, settings);
            case MICRO_POSTGRES -> new MicroServer(directories, settings.withAll(Databases.newPostgres()));
            case SERVER_EAR_H2 -> PayaraServer.asDelivered(directories, settings);
        });
    }
}
