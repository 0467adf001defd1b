package org.ostiary.ejb.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.trail.TrailFinding.Kind;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/** One walk along the chain from its beginning or a later place to its end, collecting what is wrong. */
final class TrailWalk {

    /** More than a person reads. */
    private static final int MOST_FINDINGS = 1_000;

    private final TrailMarks marks;
    private final ChainEnds ends;
    private final TrailEnd kept;
    private final List<TrailFinding> findings = new ArrayList<>();

    private long position;
    private String seal;
    private long checked;

    /** One that begins behind this place, which has that seal. */
    TrailWalk(TrailMarks marks, ChainEnds ends, TrailEnd kept, TrailEnd start) {
        this.marks = marks;
        this.ends = ends;
        this.kept = kept;
        position = start.position();
        seal = start.seal();
        compareWithKept(position, seal);
    }

    ChainEnds ends() {
        return ends;
    }

    /** The last place that was looked at. */
    long position() {
        return position;
    }

    /** The same, with the seal there. */
    TrailEnd reached() {
        return new TrailEnd(position, seal);
    }

    List<TrailFinding> findings() {
        return findings;
    }

    void endsChanged() {
        add(Kind.ENDS_CHANGED, 0, null);
    }

    /** Looks at the next record of the chain. */
    void step(AuditRecord next) {
        long place = Objects.requireNonNull(next.position());
        boolean follows = place == position + 1;
        removed(place);
        touched(next).ifPresent(kind -> add(kind, place, next.id()));
        // Behind a gap nobody knows the seal before; the gap is found already.
        if (follows && !marks.sealed(next, place, seal)) {
            add(Kind.MOVED, place, next.id());
        }
        position = place;
        seal = Objects.requireNonNullElse(next.seal(), "");
        checked++;
        compareWithKept(position, seal);
    }

    /** After the last record. */
    void end() {
        removed(ends.lastPosition() + 1);
        if (position == ends.lastPosition() && !seal.equals(ends.lastSeal())) {
            add(Kind.MOVED, position, null);
        }
        if (kept.position() > ends.lastPosition()) {
            add(Kind.REWOUND, kept.position(), null);
        }
    }

    /** A record at a place that nobody gave. */
    void beyond(AuditRecord each) {
        add(Kind.MOVED, Objects.requireNonNull(each.position()), each.id());
    }

    /** A record at a place that was given up: kept because it was touched, or put back. */
    void before(AuditRecord each) {
        add(touched(each).orElse(Kind.MOVED), Objects.requireNonNull(each.position()), each.id());
    }

    /** A record without a place. */
    void waiting(AuditRecord each) {
        touched(each).ifPresent(kind -> add(kind, 0, each.id()));
    }

    private Optional<Kind> touched(AuditRecord each) {
        return marks.proved(each) ? Optional.empty() : Optional.of(each.proof() == null ? Kind.INSERTED : Kind.CHANGED);
    }

    /** What came of it, where everything behind that place was looked at, now or before. */
    TrailReport report(long waiting, long from) {
        return new TrailReport(
                checked,
                waiting,
                ends.prunedPosition(),
                from,
                new TrailEnd(ends.lastPosition(), ends.lastSeal()),
                findings);
    }

    private void removed(long next) {
        for (long missing = position + 1; missing < next && findings.size() < MOST_FINDINGS; missing++) {
            add(Kind.REMOVED, missing, null);
        }
    }

    private void compareWithKept(long at, String sealThere) {
        if (at > 0 && at == kept.position() && !kept.seal().equals(sealThere)) {
            add(Kind.REWOUND, at, null);
        }
    }

    private void add(Kind kind, long place, @Nullable String recordId) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new TrailFinding(kind, place, recordId));
        }
    }
}
