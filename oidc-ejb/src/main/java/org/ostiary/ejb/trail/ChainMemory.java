package org.ostiary.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import org.ostiary.persistence.audit.ChainEnds;

/**
 * The furthest end of the chain that this node has seen. An older row of ends, put back together with older records, is whole in
 * itself; only who remembers the newer one can tell.
 */
@ApplicationScoped
class ChainMemory {

    private TrailEnd furthest = new TrailEnd(0, "");

    synchronized void see(ChainEnds ends) {
        if (ends.lastPosition() > furthest.position()) {
            furthest = new TrailEnd(ends.lastPosition(), ends.lastSeal());
        }
    }

    synchronized TrailEnd furthest() {
        return furthest;
    }
}
