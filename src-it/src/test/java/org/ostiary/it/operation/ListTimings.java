package org.ostiary.it.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.TokenRequest;

/**
 * A measurement, no test: how long each list of the administration takes, its first page, a page in its middle, and its
 * searches. Run it on a quiet machine, against a server whose database {@link LargeDatabase} filled, with a client that may
 * get {@code ostiary:audit} for itself:
 *
 * <pre>java … org.ostiary.it.operation.ListTimings http://localhost:8080 CLIENT_ID SECRET ROWS</pre>
 *
 * <p>It prints the median and the longest of 21 answers, in milliseconds, after two that do not count.
 */
public final class ListTimings {
    private static final int TRIES = 21;
    private static final int WARM_UP = 2;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String interfaceAddress;
    private final String token;

    private ListTimings(String issuer, String client, String secret) throws IOException, InterruptedException {
        interfaceAddress = issuer + "/api/admin/v1";
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/api/oidc/token"))
                .header("Authorization", TokenRequest.basic(client, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=ostiary:audit&resource=" + interfaceAddress))
                .build();
        Matcher found =
                TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!found.find()) {
            throw new IllegalStateException("The server gave no token");
        }
        token = found.group(1);
    }

    /** Issuer, client and its secret, and with how many rows the database was filled. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ListTimings timings = new ListTimings(arguments[0], arguments[1], arguments[2]);
        long rows = Long.parseLong(arguments[3]);
        String account = LargeDatabase.id('a', rows / 2);
        String last = LargeDatabase.username(rows).substring(0, 12);
        String deepRecord = LargeDatabase.recordedAt(rows / 2) + "." + LargeDatabase.id('d', rows / 2);
        String deepDelivery = LargeDatabase.deliveredAt(rows / 2) + "." + LargeDatabase.id('e', rows / 2);
        timings.measure("accounts", "/accounts");
        timings.measure("accounts, middle", "/accounts?after=" + account);
        timings.measure("accounts, a prefix of many", "/accounts?prefix=person");
        timings.measure("accounts, a prefix of ten", "/accounts?prefix=" + last);
        timings.measure("accounts, a prefix of nobody", "/accounts?prefix=nobody");
        timings.measure("account", "/accounts/" + account);
        timings.measure("sessions of an account", "/accounts/" + account + "/sessions");
        timings.measure("grants of an account", "/accounts/" + account + "/grants");
        timings.measure("clients", "/clients");
        timings.measure("clients, middle", "/clients?after=" + LargeDatabase.client(LargeDatabase.CLIENTS / 2));
        timings.measure("clients, a prefix of one", "/clients?prefix=" + LargeDatabase.client(LargeDatabase.CLIENTS));
        timings.measure("grades of clients", "/lint");
        timings.measure("audit records", "/audit-records");
        timings.measure("audit records, middle", "/audit-records?after=" + deepRecord);
        for (String search : new String[] {
            "event=login_failed",
            "event=admin_list_keys",
            "outcome=failure",
            "account=" + account,
            "client=" + LargeDatabase.client(1),
            "request=request-" + rows / 2,
            "actor=client:nobody",
            "event=login_failed&outcome=success",
            "from=1970-01-01T00:00:00Z&to=1970-01-02T00:00:00Z"
        }) {
            timings.measure("audit records, " + search.replace(account, "…"), "/audit-records?" + search);
        }
        timings.measure("audit records, failures, middle", "/audit-records?outcome=failure&after=" + deepRecord);
        timings.measure("statistics", "/audit-trail/statistics?days=30");
        timings.measure("deliveries", "/logout-deliveries");
        timings.measure("deliveries, middle", "/logout-deliveries?after=" + deepDelivery);
        timings.measure("deliveries, refused", "/logout-deliveries?state=refused");
        timings.measure("deliveries, given up", "/logout-deliveries?state=given_up");
        timings.measure("jobs", "/jobs");
        timings.measure("a refusal", "/refusals/nothing");
    }

    private void measure(String what, String path) throws IOException, InterruptedException {
        double[] millis = new double[TRIES];
        int status = 0;
        for (int each = -WARM_UP; each < TRIES; each++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(interfaceAddress + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long start = System.nanoTime();
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            status = answer.statusCode();
            if (each >= 0) {
                millis[each] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-48s %d  median %8.1f  longest %8.1f%n", what, status, millis[TRIES / 2], millis[TRIES - 1]);
    }
}
