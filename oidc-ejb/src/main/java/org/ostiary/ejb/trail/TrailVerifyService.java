package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.persistence.audit.AuditChain;
import org.ostiary.persistence.audit.AuditChains;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/**
 * Finds every record of the trail that was changed, removed, inserted or moved by anyone but the server, and names it. Reads in
 * batches and without a transaction, so that a long trail holds nothing up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TrailVerifyService {

    private static final int BATCH = 1_000;
    private static final int ATTEMPTS = 3;

    @Inject
    AuditChains chains;

    @Inject
    TrailMarks marks;

    @Inject
    ChainMemory memory;

    /** Verifies against what this node has seen of the chain. */
    public TrailReport verify() {
        return verify(memory.furthest());
    }

    /** Verifies, and looks whether the chain still has an end that it had before. */
    public TrailReport verify(TrailEnd kept) {
        TrailWalk walk = walk(kept);
        for (int attempt = 1; attempt < ATTEMPTS && prunedMeanwhile(walk); attempt++) {
            walk = walk(kept);
        }
        return walk.report(chains.countWaiting());
    }

    private boolean prunedMeanwhile(TrailWalk walk) {
        return chains.current().ends().prunedPosition() != walk.ends().prunedPosition();
    }

    private TrailWalk walk(TrailEnd kept) {
        AuditChain chain = chains.current();
        ChainEnds ends = chain.ends();
        TrailWalk walk = new TrailWalk(marks, ends, kept);
        if (!marks.marked(chain)) {
            walk.endsChanged();
        }
        List<AuditRecord> batch = chains.between(walk.position(), ends.lastPosition(), BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(walk::step);
            batch = chains.between(walk.position(), ends.lastPosition(), BATCH);
        }
        walk.end();
        chains.beyond(BATCH).forEach(walk::beyond);
        chains.waiting(BATCH).forEach(walk::waiting);
        return walk;
    }
}
