package org.ostiary.ejb.admin.records;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.PageKey;
import org.ostiary.ejb.config.Provenance;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.trail.TrailEntry;
import org.ostiary.ejb.trail.TrailQuery;
import org.ostiary.ejb.trail.TrailService;

/** What administrators and auditors read. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class AdminRecordService {

    @Inject
    TrailService trail;

    @Inject
    RefusalService refusals;

    @Inject
    Provenance provenance;

    @Inject
    Clock clock;

    /**
     * A page of the audit trail.
     *
     * @param after the next of the page before; null for the first
     */
    public AuditPage audit(TrailQuery query, @Nullable String after, int limit) {
        int most = PageKey.limit(limit);
        PageKey key = PageKey.of(after, clock.instant());
        Instant until = query.until();
        List<TrailEntry> found = until != null && until.isBefore(key.moment())
                ? trail.page(query, until, "", most + 1)
                : trail.page(query, key.moment(), key.id(), most + 1);
        List<TrailEntry> shown = found.subList(0, Math.min(most, found.size()));
        TrailEntry last = found.size() > most ? shown.get(most - 1) : null;
        return new AuditPage(shown, last == null ? null : PageKey.after(last.at(), last.id()));
    }

    /** Why a request was refused, by the id that its answer carried. */
    public RefusalView refusal(String requestId) {
        return refusals.find(requestId)
                .map(RefusalView::of)
                .orElseThrow(() -> AdminRefusal.unknown("refusal; they are kept for seven days, 5,000 at most"));
    }

    /** What is configured, by which source; no secret. */
    public ConfigurationView configuration() {
        return new ConfigurationView(provenance.entries());
    }
}
