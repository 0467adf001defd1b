package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.audit.AuditChains;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.AuditRecords;
import org.ostiary.persistence.audit.AuditSearch;

/** Reads the trail: what auditors look for, and all of it for an export. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TrailService {

    /** The most of one page or chunk. */
    public static final int MOST = 1_000;

    private static final Duration TOLERANCE = Duration.ofDays(1);

    @Inject
    AuditRecords records;

    @Inject
    AuditChains chains;

    @Inject
    TrailEntries entries;

    @Inject
    Clock clock;

    /**
     * A page of what was asked for, the latest first.
     *
     * @param after the last entry of the page before; null for the first page
     */
    public List<TrailEntry> page(TrailQuery query, @Nullable TrailEntry after, int most) {
        Instant end = Objects.requireNonNullElse(query.until(), clock.instant().plus(TOLERANCE));
        return page(query, after == null ? end : after.at(), after == null ? "" : after.id(), most);
    }

    /** The same, of what happened before a moment, or in it under a smaller identifier. */
    public List<TrailEntry> page(TrailQuery query, Instant before, String beforeId, int most) {
        AuditSearch search = new AuditSearch(
                query.event(),
                query.outcome(),
                query.accountId(),
                query.clientId(),
                query.requestId(),
                query.actor(),
                Objects.requireNonNullElse(query.from(), Instant.EPOCH),
                before,
                beforeId);
        return entries.of(records.find(search, Math.min(most, MOST)));
    }

    /**
     * The next part of an export of the whole trail in the order of the chain. Whoever writes it out asks for part after part,
     * so that none has to be held together with another.
     *
     * @param after the place that the part before ended at; 0 for the first
     */
    public TrailPart export(TrailFormat format, long after) {
        List<AuditRecord> next = chains.between(after, Long.MAX_VALUE, MOST);
        StringBuilder text = new StringBuilder(after == 0 ? format.head() : "");
        entries.of(next).forEach(each -> text.append(format.line(each)));
        long last = next.isEmpty()
                ? after
                : Objects.requireNonNull(next.get(next.size() - 1).position());
        return new TrailPart(text.toString(), last, next.size() == MOST);
    }
}
