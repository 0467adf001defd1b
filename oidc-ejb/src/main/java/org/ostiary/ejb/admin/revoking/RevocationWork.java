package org.ostiary.ejb.admin.revoking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTally;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.ending.EndReason;

/**
 * Revokes in steps: first sessions, in which nothing is granted any more when they are over, then grants, some at a time, then
 * what clients have for themselves. What is ended already is not found again, so a step may be done twice.
 */
@ApplicationScoped
public class RevocationWork implements JobWork {

    private static final String SESSIONS = "sessions ";
    private static final String GRANTS = "grants ";
    private static final String TOKENS = "tokens ";

    @Inject
    RevokingService steps;

    /** How a job says what it revokes: {@code account} and an id, or {@code everything}. */
    static String subject(RevocationTarget target, String id) {
        return (target.name().toLowerCase(Locale.ROOT) + " " + id).strip();
    }

    /** How a job says that it ends what an account has. */
    public static String subjectOfAccount(String id) {
        return subject(RevocationTarget.ACCOUNT, id);
    }

    @Override
    public boolean does(JobKind kind) {
        return kind == JobKind.REVOKE || kind == JobKind.DISABLE_ACCOUNT;
    }

    @Override
    public JobStep next(JobTask task) {
        String[] subject = (task.subject() + " ").split(" ", 2);
        RevocationTarget target = RevocationTarget.valueOf(subject[0].toUpperCase(Locale.ROOT));
        String id = subject[1].strip();
        String position = task.position().isEmpty() ? SESSIONS : task.position();
        String after = position.substring(position.indexOf(' ') + 1);
        if (position.startsWith(SESSIONS)) {
            EndReason reason = task.kind() == JobKind.REVOKE ? EndReason.ADMINISTRATOR : EndReason.ACCOUNT_DISABLED;
            return sessions(task, target, id, steps.endSessions(target, id, after, reason));
        }
        if (position.startsWith(GRANTS)) {
            String reason =
                    task.kind() == JobKind.REVOKE ? AdminGrantService.REASON : EndReason.ACCOUNT_DISABLED.text();
            return grants(task, steps.revokeGrants(target, id, after, reason));
        }
        int tokens = steps.revokeClientTokens(target, id);
        int done = task.done() + tokens;
        return new JobStep(null, done, done, JobTally.of("client tokens", tokens), List.of());
    }

    private JobStep sessions(JobTask task, RevocationTarget target, String id, RevokedBatch ended) {
        int done = task.done() + ended.count();
        JobTally tally = JobTally.of("sessions", ended.count());
        String last = ended.last();
        if (last != null) {
            return new JobStep(SESSIONS + last, done, Math.max(task.total(), done), tally, List.of());
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
