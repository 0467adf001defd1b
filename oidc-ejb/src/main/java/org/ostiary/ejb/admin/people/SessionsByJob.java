package org.ostiary.ejb.admin.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.revoking.RevocationWork;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.persistence.session.LoginSessions;

/** Ends the sessions of an account in the caller's transaction, or orders a job in it where they are very many. */
@ApplicationScoped
class SessionsByJob {

    /** So many are ended at once: each client is told of each. */
    static final int MOST_AT_ONCE = 500;

    /**
     * What came of it.
     *
     * @param ended how many are over
     * @param job the job that ends them; null where they are over
     */
    record Ended(int ended, @Nullable String job) {

        /** As auditors read it. */
        String words() {
            return job == null ? "sessions ended: " + ended : "sessions ended by job " + job;
        }
    }

    @Inject
    LoginSessions sessions;

    @Inject
    SessionEnding ending;

    @Inject
    AdminJobService jobs;

    Ended endAll(Administrator administrator, String accountId) {
        int many = (int) sessions.countUnended(accountId);
        if (many > MOST_AT_ONCE) {
            String subject = RevocationWork.subjectOfAccount(accountId);
            return new Ended(
                    0, jobs.order(administrator, new JobOrder(JobKind.END_SESSIONS, subject, many, List.of())));
        }
        return new Ended(ending.endOthers(accountId, "", EndReason.ADMINISTRATOR), null);
    }
}
