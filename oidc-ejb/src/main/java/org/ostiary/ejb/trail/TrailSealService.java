package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.persistence.audit.AuditChain;
import org.ostiary.persistence.audit.AuditChains;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/** Lengthens the chain at its end, and shortens it at its beginning; a batch is a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrailSealService {

    /** The records of one batch. */
    public static final int BATCH = 500;

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
     * the order of sealing, which is that of happening but for seconds. Rows that the server did not write get one too, so that
     * they cannot hold up the others; {@link TrailVerifyService} names them.
     *
     * @return how many got one, {@link #BATCH} when there may be more
     */
    public int seal() {
        if (chains.countWaiting() == 0) {
            return 0;
        }
        ChainEnds held = chains.held().ends();
        List<AuditRecord> waiting = chains.waiting(BATCH);
        ChainEnds ends = held;
        for (AuditRecord each : waiting) {
            long position = ends.lastPosition() + 1;
            String seal = marks.seal(each, position, ends.lastSeal());
            if (chains.seal(each, position, seal)) {
                ends = ends.endingAt(position, seal);
            }
        }
        move(held, ends);
        memory.see(ends);
        return waiting.size();
    }

    /**
     * Deletes the oldest records whose time is over, as long as no younger one stands before them. What is left begins with the seal
     * of the last one deleted, and so can be verified as before.
     *
     * @return how many, {@link #BATCH} when there may be more
     */
    public int prune() {
        if (config.operation().auditRetention().isZero()) {
            return 0;
        }
        AuditChain chain = chains.held();
        if (!marks.marked(chain)) {
            return 0;
        }
        ChainEnds held = chain.ends();
        Instant before = clock.instant().minus(config.operation().auditRetention());
        ChainEnds ends = held;
        for (AuditRecord each : chains.between(held.prunedPosition(), held.lastPosition(), BATCH)) {
            // A record that somebody made older than it is must not be gone before anyone saw that.
            if (!each.happenedAt().isBefore(before) || !marks.proved(each)) {
                break;
            }
            ends = ends.prunedTo(Objects.requireNonNull(each.position()), Objects.requireNonNullElse(each.seal(), ""));
        }
        if (ends.equals(held)) {
            return 0;
        }
        move(held, ends);
        return chains.delete(held.prunedPosition(), ends.prunedPosition());
    }

    private void move(ChainEnds from, ChainEnds to) {
        if (!chains.move(from, to, marks.mark(to))) {
            throw new IllegalStateException("The ends of the audit trail moved although they were held");
        }
    }
}
