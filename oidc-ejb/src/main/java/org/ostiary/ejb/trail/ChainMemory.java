package org.ostiary.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.audit.ChainEnds;

/**
 * The furthest end of the chain that this node has seen, and what of the chain it found whole. An older row of ends, put back together with older records, is whole in
 * itself; only who remembers the newer one can tell.
 */
@ApplicationScoped
class ChainMemory {

    private TrailEnd furthest = new TrailEnd(0, "");
    private @Nullable Verified verified;
    private long found;

    synchronized void see(ChainEnds ends) {
        if (ends.lastPosition() > furthest.position()) {
            furthest = new TrailEnd(ends.lastPosition(), ends.lastSeal());
        }
    }

    /** All behind one place and up to another was found whole. */
    record Verified(long from, TrailEnd upTo) {}

    synchronized void verified(long from, TrailEnd upTo) {
        verified = new Verified(from, upTo);
    }

    /** What this node found whole; nothing until it has looked. */
    synchronized Optional<Verified> verified() {
        return Optional.ofNullable(verified);
    }

    /** So much was wrong when the whole chain was last looked at. */
    synchronized void found(long findings) {
        found = findings;
    }

    /** Something was wrong that the next look at the whole chain names. */
    synchronized void met() {
        found++;
    }

    /** How much is known to be wrong. */
    synchronized long found() {
        return found;
    }

    synchronized TrailEnd furthest() {
        return furthest;
    }
}
