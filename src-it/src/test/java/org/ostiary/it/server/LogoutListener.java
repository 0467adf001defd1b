package org.ostiary.it.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The servers of applications that are told when a session ends, one for each path. Each answers as a test says, 200 where
 * none does, and remembers what arrived.
 */
public final class LogoutListener implements AutoCloseable {

    private final HttpServer server;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> statuses = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();

    /** Listens on loopback from now on. */
    public LogoutListener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "logout-listener");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** The address of the application of this name. */
    public String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** What the next requests to it are answered with; the last status is kept. */
    public LogoutListener answers(String name, Integer... next) {
        statuses.put("/" + name, new ArrayDeque<>(List.of(next)));
        return this;
    }

    /** How long it waits before each answer. */
    public LogoutListener waits(String name, Duration delay) {
        delays.put("/" + name, delay);
        return this;
    }

    /** What arrived there so far, oldest first. */
    public List<Arrival> arrivals(String name) {
        return arrivals.stream()
                .filter(arrival -> arrival.path().equals("/" + name))
                .toList();
    }

    /** Waits until so many arrived there, and answers them. */
    public List<Arrival> await(String name, int count, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (arrivals(name).size() < count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return arrivals(name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        arrivals.add(new Arrival(path, exchange.getRequestMethod(), type == null ? "" : type, body));
        try {
            Thread.sleep(delays.getOrDefault(path, Duration.ZERO).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status(path), -1);
        exchange.close();
    }

    private int status(String path) {
        Queue<Integer> next = statuses.getOrDefault(path, new ArrayDeque<>(List.of(200)));
        synchronized (next) {
            Integer status = next.size() > 1 ? next.poll() : next.peek();
            return status == null ? 200 : status;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One request. */
    public record Arrival(String path, String method, String contentType, String body) {

        /** The token in the form. */
        public String logoutToken() {
            return body.startsWith("logout_token=") ? body.substring("logout_token=".length()) : "";
        }
    }
}
