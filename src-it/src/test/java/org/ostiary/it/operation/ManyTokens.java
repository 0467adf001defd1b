package org.ostiary.it.operation;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Several people who get one token after another until the server dies under their hands. */
final class ManyTokens {
    private static final int PEOPLE = 4;

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    ManyTokens(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
    }

    /** Kills the server as soon as that many tokens arrived, while more are on their way; all that arrived. */
    List<String> issueUntilKilledAfter(int count) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(count);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            people.execute(() -> collect(enough));
        }
        boolean arrived = enough.await(2, TimeUnit.MINUTES);
        server.kill();
        people.shutdown();
        if (!arrived || !people.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("Only " + acknowledged.size() + " tokens arrived; see " + server.log());
        }
        return List.copyOf(acknowledged);
    }

    private void collect(CountDownLatch enough) {
        try {
            Journey journey = new Journey(server);
            while (true) {
                AuthorizationRequest request = application.validRequest();
                acknowledged.add(application
                        .tokensFor(journey, TestAccounts.ALICE, request)
                        .accessToken());
                enough.countDown();
            }
        } catch (UncheckedIOException e) {
            // The server is dead, as it should be by now; a token that was on its way was never acknowledged.
            return;
        }
    }
}
