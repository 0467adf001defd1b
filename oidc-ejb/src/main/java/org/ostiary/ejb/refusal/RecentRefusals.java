package org.ostiary.ejb.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The latest refusals of this node, and those that wait for their row in the database. Both are bounded and nobody ever
 * waits here, so that a flood of refusals costs memory and time for no request: what does not fit is counted.
 */
@ApplicationScoped
public class RecentRefusals {

    /** So many are remembered. */
    static final int REMEMBERED = 1_000;

    /** So many wait for their row. */
    static final int WAITING = 2_000;

    private final Map<String, Refusal> remembered = new LinkedHashMap<>();
    private final BlockingQueue<Refusal> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();

    /** Remembers a refusal; false when the request had one before, which stays. */
    boolean note(Refusal refusal) {
        synchronized (remembered) {
            if (remembered.putIfAbsent(refusal.requestId(), refusal) != null) {
                return false;
            }
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        if (!waiting.offer(refusal)) {
            dropped.incrementAndGet();
        }
        return true;
    }

    Optional<Refusal> find(String requestId) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(requestId));
        }
    }

    /** Takes up to so many of those that wait, the oldest first. */
    List<Refusal> take(int most) {
        List<Refusal> taken = new ArrayList<>();
        waiting.drainTo(taken, most);
        return taken;
    }

    /** How many got no row since this was last asked. */
    long takeDropped() {
        return dropped.getAndSet(0);
    }
}
