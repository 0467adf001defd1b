package org.ostiary.it.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ostiary.it.http.RawHttp.RawAnswer;

/**
 * Sends requests at the same moment: every connection is open and has all but its last byte delivered before the last
 * bytes go out together. Each connection had an answer before, so that none pays for being new; the server closes those
 * that it answered 400, and the next round gets others.
 */
public final class Race implements AutoCloseable {
    private final List<RawHttp> connections = new ArrayList<>();
    private final ExecutorService runners;
    private final List<Integer> ports;

    /** That many racers against this port of 127.0.0.1. */
    public Race(int port, int racers) {
        this(List.of(port), racers);
    }

    /** That many racers, who take these ports of 127.0.0.1 in turn. */
    public Race(List<Integer> ports, int racers) {
        this.ports = List.copyOf(ports);
        for (int i = 0; i < racers; i++) {
            connections.add(warm(i));
        }
        runners = Executors.newFixedThreadPool(racers);
    }

    /** All racers send this same request; their answers, in no special order. */
    public List<RawAnswer> run(byte[] request) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<RawAnswer>> answers = new ArrayList<>();
        byte[] first = Arrays.copyOf(request, request.length - 1);
        byte[] last = {request[request.length - 1]};
        for (RawHttp connection : connections) {
            connection.send(first);
            answers.add(runners.submit(() -> {
                start.await();
                return connection.send(last).receive();
            }));
        }
        start.countDown();
        List<RawAnswer> all = answers.stream().map(Race::join).toList();
        replaceClosed(all);
        return all;
    }

    @Override
    public void close() {
        runners.shutdownNow();
        connections.forEach(RawHttp::close);
    }

    private void replaceClosed(List<RawAnswer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).hasHeader("Connection", "close")) {
                connections.get(i).close();
                connections.set(i, warm(i));
            }
        }
    }

    private RawHttp warm(int racer) {
        RawHttp connection = new RawHttp(ports.get(racer % ports.size()));
        String request = connection.head("GET", "/health/live") + "\r\n";
        connection.send(request.getBytes(StandardCharsets.US_ASCII)).receive();
        return connection;
    }

    private static RawAnswer join(Future<RawAnswer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A racer failed", e.getCause());
        }
    }
}
