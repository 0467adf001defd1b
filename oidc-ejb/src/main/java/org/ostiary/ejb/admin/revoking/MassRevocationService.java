package org.ostiary.ejb.admin.revoking;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.ending.EndReason;

/**
 * Revokes very much at once; every use on every node looks, so it has its effect from the next one on. It has no transaction
 * itself, because there may be very many sessions. Sessions end first: nothing is granted any more in a session that is over.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MassRevocationService {

    /** More goes on as a job: each client is told of each session, which takes longer than a request may. */
    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    RevokingService steps;

    @Inject
    AdminJobService jobs;

    @Inject
    AuditService audit;

    /** Revokes, or only counts, what is ordered; a job does it where there is much of it, or where that is wanted. */
    public RevocationResult carryOut(Administrator administrator, RevocationOrder order) {
        RevocationTarget target = order.target();
        String id = Objects.requireNonNullElse(order.id(), "");
        RevocationResult counted = steps.count(target, id);
        if (order.dryRun()) {
            note(administrator, target, id, counted.words());
            return counted;
        }
        if (order.asJob() || counted.sum() > MOST_AT_ONCE) {
            String subject = RevocationWork.subject(target, id);
            return counted.by(
                    jobs.order(administrator, new JobOrder(JobKind.REVOKE, subject, counted.sum(), List.of())));
        }
        // Beforehand too: whoever ordered it is known, though it should break off in the middle.
        note(administrator, target, id, "begun; found " + counted.words());
        RevocationResult result = revoke(target, id);
        note(administrator, target, id, result.words());
        return result;
    }

    private void note(Administrator administrator, RevocationTarget target, String id, String words) {
        audit.note(
                administrator.did(
                        target == RevocationTarget.ACCOUNT ? id : null,
                        target == RevocationTarget.CLIENT ? id : null,
                        target + (id.isEmpty() ? "" : " " + id) + ": " + words),
                administrator.facts());
    }

    private RevocationResult revoke(RevocationTarget target, String id) {
        int sessions = all(after -> steps.endSessions(target, id, after, EndReason.ADMINISTRATOR));
        int grants = all(after -> steps.revokeGrants(target, id, after, AdminGrantService.REASON));
        return new RevocationResult(false, sessions, grants, steps.revokeClientTokens(target, id), null);
    }

    private static int all(Function<String, RevokedBatch> step) {
        int sum = 0;
        @Nullable String after = "";
        while (after != null) {
            RevokedBatch batch = step.apply(after);
            sum += batch.count();
            after = batch.last();
        }
        return sum;
    }
}
