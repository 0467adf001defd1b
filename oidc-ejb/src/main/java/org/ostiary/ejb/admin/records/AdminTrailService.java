package org.ostiary.ejb.admin.records;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.trail.TrailEnd;
import org.ostiary.ejb.trail.TrailFormat;
import org.ostiary.ejb.trail.TrailPart;
import org.ostiary.ejb.trail.TrailService;
import org.ostiary.ejb.trail.TrailStatisticsService;
import org.ostiary.ejb.trail.TrailVerifyService;

/** The audit trail as a whole: whether nobody wrote to it, all of it for a file, and what can be counted in it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AdminTrailService {

    private static final int MOST_DAYS = 400;
    private static final int MOST_CLIENTS = 10;

    @Inject
    TrailVerifyService verification;

    @Inject
    TrailStatisticsService statistics;

    @Inject
    TrailService trail;

    @Inject
    AdminJobService jobs;

    /**
     * Verifies the whole trail.
     *
     * @param kept an end that it had before, as position and seal with a colon between; null looks at what this node has seen
     */
    public VerificationView verify(@Nullable String kept) {
        return VerificationView.of(kept == null ? verification.verify() : verification.verify(end(kept)));
    }

    /** Orders a job that walks along the whole trail, however long it is; where one goes on already, it is that one. */
    public JobView walk(Administrator administrator) {
        int length = (int) Math.min(verification.length(), Integer.MAX_VALUE);
        return jobs.show(jobs.order(administrator, new JobOrder(JobKind.WALK_TRAIL, "", length, List.of())));
    }

    /** Counts what happened in so many days, of which today is one. */
    public TrailStatistics statistics(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw AdminRefusal.malformed("The parameter days must be a whole number from 1 to " + MOST_DAYS);
        }
        return new TrailStatistics(statistics.days(days), statistics.busiestClients(days, MOST_CLIENTS));
    }

    /** The next part of an export, after the place that the part before ended at; 0 for the first. */
    public TrailPart export(TrailFormat format, long after) {
        return trail.export(format, after);
    }

    private static TrailEnd end(String kept) {
        String[] parts = kept.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[A-Za-z0-9_-]{43}")) {
            throw AdminRefusal.malformed(
                    "The parameter end must be the position and the seal of an end, with a colon" + " between them");
        }
        return new TrailEnd(Long.parseLong(parts[0]), parts[1]);
    }
}
