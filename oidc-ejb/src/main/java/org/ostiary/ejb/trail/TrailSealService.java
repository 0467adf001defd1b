package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.persistence.audit.AuditChain;
import org.ostiary.persistence.audit.AuditChains;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/** Lengthens the chain at its end, and shortens it at its beginning; a batch is a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrailSealService {

    private static final Logger LOG = Logger.getLogger(TrailSealService.class.getName());

    /** The records of one batch. */
    public static final int BATCH = 500;

    /** More than a batch of places that others took. */
    private static final int MOST_TAKEN = 10_000;

    @Inject
    AuditChains chains;

    @Inject
    TrailMarks marks;

    @Inject
    ChainMemory memory;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Gives the oldest records that have none their places. A record whose transaction ended late gets a later place: the chain is in
     * the order of sealing, which is that of happening but for seconds. Rows that the server did not write get one too, and a place
     * that somebody else took is left to them, so that they cannot hold up the others; {@link TrailVerifyService} names them.
     *
     * @return how many got one, {@link #BATCH} when there may be more
     */
    public int seal() {
        if (chains.countWaiting() == 0) {
            return 0;
        }
        AuditChain chain = chains.held();
        boolean ours = marks.marked(chain);
        ChainEnds held = chain.ends();
        List<AuditRecord> waiting = chains.waiting(BATCH);
        Map<Long, AuditRecord> taken = takenPlaces();
        ChainEnds ends = held;
        for (AuditRecord each : waiting) {
            ends = behindTaken(ends, taken);
            long position = ends.lastPosition() + 1;
            String seal = marks.seal(each, position, ends.lastSeal());
            if (chains.seal(each, position, seal)) {
                ends = ends.endingAt(position, seal);
            }
        }
        // Ends that somebody else wrote stay known as theirs: sealing goes on, and the wrong mark stays wrong.
        move(held, ends, ours ? marks.mark(ends) : chain.mark());
        return waiting.size();
    }

    /** Rows that somebody else put behind the end. There are none, or many more than this: then the next turn goes on behind them. */
    private Map<Long, AuditRecord> takenPlaces() {
        return chains.beyond(MOST_TAKEN).stream()
                .collect(Collectors.toMap(each -> Objects.requireNonNull(each.position()), each -> each));
    }

    /** The chain goes on behind what stands at its next place, with the seal that stands there, so that only that row is named. */
    private ChainEnds behindTaken(ChainEnds from, Map<Long, AuditRecord> taken) {
        ChainEnds ends = from;
        AuditRecord there = taken.get(ends.lastPosition() + 1);
        while (there != null) {
            String id = there.id();
            LOG.severe(() -> "Somebody put the record " + id
                    + " at the next place of the audit trail; sealing goes on behind it");
            memory.met();
            ends = ends.endingAt(ends.lastPosition() + 1, Objects.requireNonNullElse(there.seal(), ""));
            there = taken.get(ends.lastPosition() + 1);
        }
        return ends;
    }

    /** Remembers the end that is committed, whichever node sealed it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void remember() {
        AuditChain chain = chains.current();
        if (marks.marked(chain)) {
            memory.see(chain.ends());
        }
    }

    /**
     * Deletes the oldest records whose time is over, as long as no younger one stands before them. What is left begins with the seal
     * of the last one deleted, and so can be verified as before. A record that is not as the server wrote it says nothing of its
     * age and is kept: {@link TrailVerifyService} names it, and the ones behind it go all the same.
     *
     * @return how many places were given up, {@link #BATCH} when there may be more
     */
    public int prune() {
        if (config.operation().auditRetention().isZero()) {
            return 0;
        }
        AuditChain chain = chains.held();
        if (!marks.marked(chain)) {
            LOG.severe("The audit trail is not shortened: the server did not write where it begins and ends");
            return 0;
        }
        ChainEnds held = chain.ends();
        TrailPruning pruning = new TrailPruning(
                marks, held, clock.instant().minus(config.operation().auditRetention()));
        long read = held.prunedPosition();
        List<AuditRecord> batch = chains.between(read, held.lastPosition(), BATCH);
        while (!batch.isEmpty()
                && batch.stream().allMatch(pruning::passes)
                && pruning.gone().isEmpty()) {
            // Whoever inserts very many rows must not hold up the others either.
            read = Objects.requireNonNull(batch.get(batch.size() - 1).position());
            batch = chains.between(read, held.lastPosition(), BATCH);
        }
        ChainEnds ends = pruning.ends();
        if (ends.equals(held)) {
            return 0;
        }
        pruning.kept()
                .forEach(id -> LOG.severe(
                        "The audit record " + id + " is kept beyond its time: it is not as the server wrote it"));
        move(held, ends, marks.mark(ends));
        chains.delete(pruning.gone());
        return (int) Math.min(BATCH, ends.prunedPosition() - held.prunedPosition());
    }

    private void move(ChainEnds from, ChainEnds to, String mark) {
        if (!chains.move(from, to, mark)) {
            throw new IllegalStateException("The ends of the audit trail moved although they were held");
        }
    }
}
