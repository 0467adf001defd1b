package org.ostiary.ejb.recent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.meter.ConcernedClient;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.persistence.watched.ClientRequest;

/**
 * Takes note of the requests of watched clients. They wait here for their rows, so that no request costs a statement more; what
 * does not fit is not kept.
 */
@ApplicationScoped
public class RecentRequests {

    private static final int WAITING = 1_000;

    @Inject
    ClientDirectory clients;

    @Inject
    RefusalService refusals;

    @Inject
    Clock clock;

    private final BlockingQueue<ClientRequest> waiting = new ArrayBlockingQueue<>(WAITING);

    /** A request was answered. */
    public void note(ConcernedClient concerned, String endpoint, int status, String requestId) {
        Instant now = clock.instant();
        clients.watchedUntil(concerned.clientId())
                .filter(now::isBefore)
                .map(until -> new ClientRequest(
                        concerned.clientId(),
                        now,
                        until,
                        endpoint,
                        status,
                        refusals.recent(requestId)
                                .map(refusal -> refusal.rule().id())
                                .orElse(null),
                        requestId,
                        ShownParameters.of(concerned.parameters())))
                .ifPresent(waiting::offer);
    }

    /** Takes up to so many of those that wait, the oldest first. */
    List<ClientRequest> take(int most) {
        List<ClientRequest> taken = new ArrayList<>();
        waiting.drainTo(taken, most);
        return taken;
    }
}
