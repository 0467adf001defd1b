package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ostiary.ejb.trail.ChainMemory.Verified;
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
    private static final long RECENT = 10_000;

    @Inject
    AuditChains chains;

    @Inject
    TrailMarks marks;

    @Inject
    ChainMemory memory;

    /** Verifies all of it against what this node has seen of the chain. */
    public TrailReport verify() {
        return verify(memory.furthest());
    }

    /** Verifies all of it, and looks whether the chain still has an end that it had before. */
    public TrailReport verify(TrailEnd kept) {
        TrailReport report = verify(kept, TrailVerifyService::beginning);
        memory.found(report.findings().size());
        return report;
    }

    /** How much this node knows to be wrong, without looking at the whole chain. */
    public long touched() {
        return Math.max(memory.found(), chains.countOutside());
    }

    /**
     * Verifies what was sealed since this node last found the chain whole. A node that has not looked yet begins ten thousand
     * records before the end: what came before is for the nightly walk, and for who asks for all of it.
     */
    public TrailReport verifyRecent() {
        return verifyRecent(memory.furthest());
    }

    /** The same, and looks whether the chain still has an end that it had before. */
    public TrailReport verifyRecent(TrailEnd kept) {
        return verify(kept, this::lastVerified);
    }

    /** How many sealed records there are to walk along. */
    public long length() {
        ChainEnds ends = chains.current().ends();
        return ends.lastPosition() - ends.prunedPosition();
    }

    /**
     * A part of a walk along all of it, for who goes on later, on whatever node.
     *
     * @param start where the part before ended; of place 0, or one that is deleted by now, the beginning
     * @param most how many records are looked at
     */
    public TrailStretch stretch(TrailEnd start, int most) {
        TrailStretch stretch = walkOn(start, most);
        // What is deleted in due time in between is not missing.
        for (int attempt = 1; attempt < ATTEMPTS && !stretch.findings().isEmpty(); attempt++) {
            stretch = walkOn(start, most);
        }
        return stretch;
    }

    private TrailStretch walkOn(TrailEnd start, int most) {
        AuditChain chain = chains.current();
        ChainEnds ends = chain.ends();
        boolean begins = start.position() <= ends.prunedPosition();
        TrailWalk walk = new TrailWalk(
                marks, ends, memory.furthest(), begins ? beginning(ends).upTo() : start);
        if (begins && !marks.marked(chain)) {
            walk.endsChanged();
        }
        List<AuditRecord> batch = chains.between(walk.position(), ends.lastPosition(), most);
        batch.forEach(walk::step);
        boolean last = batch.size() < most;
        if (last) {
            walk.end();
            chains.beyond(BATCH).forEach(walk::beyond);
            chains.waiting(BATCH).forEach(walk::waiting);
        }
        long left = last ? 0 : ends.lastPosition() - walk.position();
        return new TrailStretch(batch.size(), walk.reached(), last, left, walk.findings());
    }

    private TrailReport verify(TrailEnd kept, Function<ChainEnds, Verified> beginning) {
        Verified start = beginning.apply(chains.current().ends());
        TrailWalk walk = walk(kept, start.upTo());
        for (int attempt = 1; attempt < ATTEMPTS && prunedMeanwhile(walk); attempt++) {
            start = beginning.apply(chains.current().ends());
            walk = walk(kept, start.upTo());
        }
        TrailReport report = walk.report(chains.countWaiting(), start.from());
        if (report.whole()) {
            memory.verified(start.from(), report.end());
        }
        return report;
    }

    private static Verified beginning(ChainEnds ends) {
        return new Verified(ends.prunedPosition(), new TrailEnd(ends.prunedPosition(), ends.prunedSeal()));
    }

    private Verified lastVerified(ChainEnds ends) {
        return memory.verified()
                .filter(verified -> verified.upTo().position() >= ends.prunedPosition()
                        && verified.upTo().position() <= ends.lastPosition())
                .or(() -> recent(ends))
                .orElseGet(() -> beginning(ends));
    }

    /** Empty for a chain that is not longer, or has a gap there, which the whole walk names. */
    private Optional<Verified> recent(ChainEnds ends) {
        long place = ends.lastPosition() - RECENT;
        return place <= ends.prunedPosition()
                ? Optional.empty()
                : chains.between(place - 1, place, 1).stream()
                        .findFirst()
                        .map(there ->
                                new Verified(place, new TrailEnd(place, Objects.requireNonNullElse(there.seal(), ""))));
    }

    private boolean prunedMeanwhile(TrailWalk walk) {
        return chains.current().ends().prunedPosition() != walk.ends().prunedPosition();
    }

    private TrailWalk walk(TrailEnd kept, TrailEnd start) {
        AuditChain chain = chains.current();
        ChainEnds ends = chain.ends();
        TrailWalk walk = new TrailWalk(marks, ends, kept, start);
        if (!marks.marked(chain)) {
            walk.endsChanged();
        }
        List<AuditRecord> batch = chains.between(walk.position(), ends.lastPosition(), BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(walk::step);
            batch = chains.between(walk.position(), ends.lastPosition(), BATCH);
        }
        walk.end();
        chains.before(BATCH).forEach(walk::before);
        chains.beyond(BATCH).forEach(walk::beyond);
        chains.waiting(BATCH).forEach(walk::waiting);
        return walk;
    }
}
