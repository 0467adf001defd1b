package org.ostiary.ejb.admin.job;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.persistence.job.Job;
import org.ostiary.persistence.job.JobOrderer;
import org.ostiary.persistence.job.Jobs;

/** Orders jobs, shows how far they are, and stops them. */
@Stateless
public class AdminJobService {

    /** The lines of one page of errors. */
    public static final int LINES = 1_000;

    private static final int MOST = 200;

    @Inject
    Jobs jobs;

    @Inject
    JobParts parts;

    @Inject
    AuditLog audit;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /**
     * Orders a job, in the transaction of the caller if there is one. Where one of that kind goes on already about the same
     * thing, it is that one; one that works on something of its own is another each time.
     *
     * @return its identifier
     */
    public String order(Administrator administrator, JobOrder order) {
        Optional<Job> same =
                order.parts().isEmpty() ? jobs.openOf(order.kind().name(), order.subject()) : Optional.empty();
        String id = same.map(Job::id).orElseGet(() -> add(administrator, order));
        String what = "job " + id + (same.isPresent() ? ", which goes on already" : "") + ": " + order.subject();
        audit.note(administrator.did(null, null, what), administrator.facts());
        return id;
    }

    /**
     * Orders a job in the place of all of that kind that go on, for what has to begin at the beginning again.
     *
     * @return its identifier
     */
    public String orderInstead(Administrator administrator, JobOrder order) {
        jobs.cancelAll(order.kind().name());
        return order(administrator, order);
    }

    private String add(Administrator administrator, JobOrder order) {
        String id = random.uuid();
        JobOrderer orderer = new JobOrderer(
                administrator.actor(),
                administrator.accountId(),
                administrator.facts().requestId(),
                administrator.facts().ip());
        jobs.add(new Job(id, order.kind().name(), order.subject(), orderer, order.total(), clock.instant()));
        List<String> texts = order.parts();
        for (int number = 0; number < texts.size(); number++) {
            parts.add(id, number, texts.get(number));
        }
        return id;
    }

    /** The latest jobs. */
    @TransactionAttribute(SUPPORTS)
    public JobList list() {
        return new JobList(jobs.latest(MOST).stream().map(this::view).toList());
    }

    /** One job. */
    @TransactionAttribute(SUPPORTS)
    public JobView show(String id) {
        return view(require(id));
    }

    /** A page of lines of what went wrong in it, after so many others; fewer are the last ones. */
    @TransactionAttribute(SUPPORTS)
    public List<JobErrorLine> errors(String id, int after) {
        return errors(id, after, LINES);
    }

    /** So many lines of what went wrong in it at most, after so many others. */
    @TransactionAttribute(SUPPORTS)
    public List<JobErrorLine> errors(String id, int after, int most) {
        return jobs.errorsOf(require(id).id(), after, most).stream()
                .map(JobErrorLine::of)
                .toList();
    }

    /** Stops a job before its next step; what was done stays done. */
    public JobView cancel(Administrator administrator, String id) {
        require(id);
        if (!jobs.cancel(id)) {
            throw AdminRefusal.conflict("job-open", "The job is over already");
        }
        audit.note(administrator.did(null, null, "job " + id), administrator.facts());
        return view(jobs.read(id));
    }

    private JobView view(Job job) {
        return JobView.of(job, jobs.countErrors(job.id()), clock);
    }

    private Job require(String id) {
        return jobs.find(id).orElseThrow(() -> AdminRefusal.unknown("job"));
    }
}
