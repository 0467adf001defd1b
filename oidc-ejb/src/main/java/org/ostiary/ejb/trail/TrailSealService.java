package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
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
        AuditChain chain = chains.held();
        boolean ours = marks.marked(chain);
        ChainEnds held = chain.ends();
        List<AuditRecord> waiting = chains.waiting(BATCH);
        ChainEnds ends = held;
        for (AuditRecord each : waiting) {
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
            long position = Objects.requireNonNull(each.position());
            if (!each.happenedAt().isBefore(before)) {
                break;
            }
            if (!marks.proved(each) || position != ends.prunedPosition() + 1) {
                LOG.warning(() -> "The audit trail is not shortened: record " + each.id()
                        + " is not as the server wrote it, or the one before it is missing");
                break;
            }
            ends = ends.prunedTo(position, Objects.requireNonNullElse(each.seal(), ""));
        }
        if (ends.equals(held)) {
            return 0;
        }
        move(held, ends, marks.mark(ends));
        return chains.delete(held.prunedPosition(), ends.prunedPosition());
    }

    private void move(ChainEnds from, ChainEnds to, String mark) {
        if (!chains.move(from, to, mark)) {
            throw new IllegalStateException("The ends of the audit trail moved although they were held");
        }
    }
}
