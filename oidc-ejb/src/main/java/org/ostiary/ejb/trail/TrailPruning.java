package org.ostiary.ejb.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/** One walk along the oldest records, which says where the chain begins when those are gone whose time is over. */
final class TrailPruning {

    private final TrailMarks marks;
    private final Instant before;
    private final List<String> gone = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /** Passed since the last record that goes; kept only if another one goes behind them. */
    private final List<String> doubtful = new ArrayList<>();

    private ChainEnds ends;

    TrailPruning(TrailMarks marks, ChainEnds ends, Instant before) {
        this.marks = marks;
        this.ends = ends;
        this.before = before;
    }

    /** Takes the next record; false when it is too young, and with it all that follow. */
    boolean passes(AuditRecord next) {
        if (!marks.proved(next)) {
            doubtful.add(next.id());
            return true;
        }
        if (!next.happenedAt().isBefore(before)) {
            return false;
        }
        kept.addAll(doubtful);
        doubtful.clear();
        gone.add(next.id());
        ends = ends.prunedTo(Objects.requireNonNull(next.position()), Objects.requireNonNullElse(next.seal(), ""));
        return true;
    }

    /** Where the chain begins afterwards. */
    ChainEnds ends() {
        return ends;
    }

    /** The records that go. */
    List<String> gone() {
        return gone;
    }

    /** The records that stay though the chain begins behind them. */
    List<String> kept() {
        return kept;
    }
}
