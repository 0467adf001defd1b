package org.ostiary.ejb.admin.revoking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTally;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.ending.EndReason;

/**
 * Revokes in steps: first sessions, in which nothing is granted any more when they are over, then grants, some at a time, then
 * what clients have for themselves, and what people decided for one that is deleted. What is ended already is not found again, so a step may be done twice.
 */
@ApplicationScoped
public class RevocationWork implements JobWork {

    private static final String SESSIONS = "sessions ";
    private static final String GRANTS = "grants ";
    private static final String TOKENS = "tokens ";
    private static final String CONSENTS = "consents ";
    private static final Set<JobKind> KINDS = EnumSet.of(
            JobKind.REVOKE,
            JobKind.DISABLE_ACCOUNT,
            JobKind.END_SESSIONS,
            JobKind.DISABLE_CLIENT,
            JobKind.DELETE_CLIENT);

    @Inject
    RevokingService steps;

    /** How a job says what it revokes: {@code account} and an id, or {@code everything}. */
    static String subject(RevocationTarget target, String id) {
        return (target.name().toLowerCase(Locale.ROOT) + " " + id).strip();
    }

    /** How a job says that it ends what a client has. */
    public static String subjectOfClient(String id) {
        return subject(RevocationTarget.CLIENT, id);
    }

    /** How a job says that it ends what an account has. */
    public static String subjectOfAccount(String id) {
        return subject(RevocationTarget.ACCOUNT, id);
    }

    @Override
    public boolean does(JobKind kind) {
        return KINDS.contains(kind);
    }

    @Override
    public JobStep next(JobTask task) {
        String[] subject = (task.subject() + " ").split(" ", 2);
        RevocationTarget target = RevocationTarget.valueOf(subject[0].toUpperCase(Locale.ROOT));
        String id = subject[1].strip();
        String position = task.position().isEmpty() ? SESSIONS : task.position();
        String after = position.substring(position.indexOf(' ') + 1);
        if (position.startsWith(SESSIONS)) {
            return sessions(task, target, id, steps.endSessions(target, id, after, reason(task)));
        }
        if (position.startsWith(GRANTS)) {
            String reason = reason(task) == EndReason.ADMINISTRATOR
                    ? AdminGrantService.REASON
                    : EndReason.ACCOUNT_DISABLED.text();
            return grants(task, steps.revokeGrants(target, id, after, reason));
        }
        if (position.startsWith(CONSENTS)) {
            return consents(task, steps.forgetConsents(id));
        }
        int tokens = steps.revokeClientTokens(target, id);
        int done = task.done() + tokens;
        String next = task.kind() == JobKind.DELETE_CLIENT ? CONSENTS : null;
        return new JobStep(
                next,
                done,
                Math.max(next == null ? 0 : task.total(), done),
                JobTally.of("client tokens", tokens),
                List.of());
    }

    private static EndReason reason(JobTask task) {
        return task.kind() == JobKind.DISABLE_ACCOUNT ? EndReason.ACCOUNT_DISABLED : EndReason.ADMINISTRATOR;
    }

    private static JobStep consents(JobTask task, int forgotten) {
        int done = task.done() + forgotten;
        String next = forgotten == 0 ? null : CONSENTS;
        return new JobStep(
                next,
                done,
                Math.max(next == null ? 0 : task.total(), done),
                JobTally.of("consents", forgotten),
                List.of());
    }

    private JobStep sessions(JobTask task, RevocationTarget target, String id, RevokedBatch ended) {
        int done = task.done() + ended.count();
        JobTally tally = JobTally.of("sessions", ended.count());
        String last = ended.last();
        if (last != null) {
            return new JobStep(SESSIONS + last, done, Math.max(task.total(), done), tally, List.of());
        }
        if (task.kind() == JobKind.END_SESSIONS) {
            return new JobStep(null, done, done, tally, List.of());
        }
        // Many a grant ended with its session, so what is left is counted again.
        RevocationResult left = steps.left(target, id);
        int total = done + left.grants() + left.clientTokens();
        return new JobStep(GRANTS, done, total, tally, List.of());
    }

    private static JobStep grants(JobTask task, RevokedBatch revoked) {
        int done = task.done() + revoked.count();
        String last = revoked.last();
        String next = last == null ? TOKENS : GRANTS + last;
        return new JobStep(next, done, Math.max(task.total(), done), JobTally.of("grants", revoked.count()), List.of());
    }
}
