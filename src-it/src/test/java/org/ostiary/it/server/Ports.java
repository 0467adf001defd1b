package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Free ports on the loopback interface. They lie below those that Linux hands out to clients, and are drawn at random, so
 * that neither a connection nor another test run takes one before its server does.
 */
public final class Ports {
    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ports() {}

    /** One free port. */
    public static int free() {
        return free(1).get(0);
    }

    /** Distinct free ports. */
    public static List<Integer> free(int count) {
        Set<Integer> found = new HashSet<>();
        while (found.size() < count) {
            int candidate = LOWEST + RANDOM.nextInt(HIGHEST - LOWEST);
            if (isFree(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
