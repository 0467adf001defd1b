package org.ostiary.ejb.admin.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.overview.Overview.Counts;
import org.ostiary.ejb.trail.TrailVerifyService;
import org.ostiary.persistence.grant.GrantColumn;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.size.Backlog;
import org.ostiary.persistence.size.MeasuredTable;
import org.ostiary.persistence.size.TableSize;
import org.ostiary.persistence.size.TableSizes;

/** Counts, once a minute at most: large tables take a while, and nobody needs them more exactly. */
@ApplicationScoped
class OverviewCounting {

    private static final Duration AGE = Duration.ofMinutes(1);

    /** How long something may wait for a timer before somebody should look. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * What was counted.
     *
     * @param sealingBehind whether a record waited too long to be sealed
     * @param trailTouched how much is known to be wrong with the audit trail
     * @param mailBehind whether a mail waited too long to be sent
     */
    record Counted(Counts counts, boolean sealingBehind, long trailTouched, boolean mailBehind, Instant at) {}

    @Inject
    TableSizes sizes;

    @Inject
    LoginSessions sessions;

    @Inject
    Grants grants;

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    TrailVerifyService trail;

    @Inject
    Clock clock;

    private @Nullable Counted last;

    synchronized Counted counted() {
        Instant now = clock.instant();
        Counted known = last;
        if (known == null || now.isAfter(known.at().plus(AGE))) {
            known = count(now);
            last = known;
        }
        return known;
    }

    private Counted count(Instant now) {
        TableSize sealing = sizes.of(Backlog.SEALING);
        TableSize mail = sizes.of(Backlog.MAIL);
        Counts counts = new Counts(
                sizes.of(MeasuredTable.ACCOUNT).rows(),
                sessions.countUnended(),
                grants.countWhere(GrantColumn.EVERYTHING, ""),
                sizes.of(MeasuredTable.CLIENT).rows(),
                sizes.of(MeasuredTable.AUDIT_RECORD).rows(),
                sealing.rows(),
                mail.rows(),
                sizes.of(Backlog.LOGOUT).rows(),
                deliveries.countIn(EnumSet.of(DeliveryState.REFUSED, DeliveryState.GIVEN_UP)));
        return new Counted(counts, late(sealing, now), trail.touched(), late(mail, now), now);
    }

    private static boolean late(TableSize waiting, Instant now) {
        return waiting.oldest()
                .filter(oldest -> oldest.isBefore(now.minus(PATIENCE)))
                .isPresent();
    }
}
