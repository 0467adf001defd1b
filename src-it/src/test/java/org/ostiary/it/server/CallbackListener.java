package org.ostiary.it.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The application that people come back to: answers every address with a small page and remembers what arrived.
 *
 * <p>One for the whole test run, on 127.0.0.1: another site than the provider's {@code localhost}, so cookies behave as
 * they do between strangers.
 */
public final class CallbackListener {
    private static final CallbackListener SHARED = new CallbackListener();

    private final HttpServer server;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<String> framed = new CopyOnWriteArrayList<>();

    private CallbackListener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(CallbackListener::daemon));
        server.start();
    }

    /** The listener of this test run. */
    public static CallbackListener shared() {
        return SHARED;
    }

    /** The redirect URI. */
    public String callback() {
        return origin() + "/cb";
    }

    /** The application's start page. */
    public String home() {
        return origin() + "/home";
    }

    /** Scheme, host and port. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What arrived so far at {@link #callback()}, oldest first; tests find theirs by its state. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** The queries with which {@code /framed} was asked for so far. */
    public List<String> framed() {
        return List.copyOf(framed);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        if (exchange.getRequestURI().getPath().equals("/cb")) {
            arrivals.add(new Arrival(exchange.getRequestMethod(), query == null ? "" : query, body));
        }
        if (exchange.getRequestURI().getPath().equals("/framed")) {
            framed.add(query == null ? "" : query);
        }
        byte[] page =
                ("<!doctype html><html lang=\"en\"><title>Application</title><h1>Back in the application</h1><p id=\"path\">"
                                + exchange.getRequestURI().getPath() + "</p></html>")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "callback-listener");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One request to the redirect URI.
     *
     * @param method GET or POST
     * @param query the raw query, empty when there is none
     * @param body the raw body, empty when there is none
     */
    public record Arrival(String method, String query, String body) {}
}
