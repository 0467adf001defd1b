package org.ostiary.it.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.ostiary.it.http.TokenRequest;

/**
 * A measurement, no test: whether the time of a refusal tells how much of a client's secret was right, or which clients
 * exist. Run it on a quiet machine, against a server with {@code oidc.rate-limits.failed-client-authentication=0}:
 *
 * <pre>java … org.ostiary.it.operation.SecretTimings http://localhost:8080 CLIENT_ID SECRET</pre>
 *
 * <p>It interleaves the kinds, five thousand of each, and prints their medians and quartiles in microseconds. Medians that
 * differ by more than those of the two identical kinds do are worth a look.
 */
public final class SecretTimings {
    private static final int TRIES = 5_000;
    private static final int WARM_UP = 500;

    @SuppressWarnings("ArrayRecordComponent") // A measurement of one run, compared with nothing.
    private record Kind(String name, String clientId, String secret, long[] nanos) {
        static Kind of(String name, String clientId, String secret) {
            return new Kind(name, clientId, secret, new long[TRIES]);
        }
    }

    private SecretTimings() {}

    /** Server, client and its right secret. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI token = URI.create(arguments[0] + "/api/oidc/token");
        String client = arguments[1];
        String secret = arguments[2];
        String wrong = "~".repeat(secret.length());
        List<Kind> kinds = List.of(
                Kind.of("wrong from the first character", client, wrong),
                Kind.of("the same once more", client, wrong),
                Kind.of("wrong in the last character", client, secret.substring(0, secret.length() - 1) + "~"),
                Kind.of("unknown client", "nobody-" + client, wrong));
        HttpClient http = HttpClient.newHttpClient();
        for (int each = -WARM_UP; each < TRIES; each++) {
            for (Kind kind : kinds) {
                long nanos = nanos(http, token, kind);
                if (each >= 0) {
                    kind.nanos()[each] = nanos;
                }
            }
        }
        kinds.forEach(SecretTimings::print);
    }

    private static long nanos(HttpClient http, URI token, Kind kind) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(token)
                .header("Authorization", TokenRequest.basic(kind.clientId(), kind.secret()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        long start = System.nanoTime();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        long end = System.nanoTime();
        if (status != 401) {
            throw new IllegalStateException("The server answered " + status + " and not 401 to: " + kind.name());
        }
        return end - start;
    }

    private static void print(Kind kind) {
        Arrays.sort(kind.nanos());
        System.out.printf(
                "%-32s median %d, quartiles %d and %d%n",
                kind.name(), micros(kind, 2), micros(kind, 1), micros(kind, 3));
    }

    private static long micros(Kind kind, int quarter) {
        return kind.nanos()[TRIES * quarter / 4] / 1_000;
    }
}
