package org.ostiary.ejb.admin.job;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.job.Job;
import org.ostiary.persistence.job.JobError;
import org.ostiary.persistence.job.JobOrderer;
import org.ostiary.persistence.job.JobProgress;
import org.ostiary.persistence.job.JobState;
import org.ostiary.persistence.job.Jobs;

/**
 * The turns and steps of jobs, each a transaction. How far a job is stands in the transaction of its step; whoever has lost the
 * lease meanwhile undoes both.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class JobStepService {

    /** Much longer than a step takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How long a job rests after a step that went wrong. */
    static final Duration REST = Duration.ofSeconds(10);

    private static final int MOST_FAILURES = 10;

    @Inject
    Jobs jobs;

    @Inject
    @Any
    Instance<JobWork> works;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Takes a job that nobody does; of a node that died too, as soon as its lease is over. */
    public Optional<String> take(String owner) {
        Instant now = clock.instant();
        Optional<Job> taken = jobs.nextFree(now).filter(job -> jobs.lease(job.id(), owner, now, now.plus(LEASE)));
        taken.ifPresent(job -> {
            if (jobs.begin(job.id(), now)) {
                note(job, "begun");
            } else if (job.owner() != null) {
                note(job, "taken over from a node that is gone, after " + job.done() + " of " + job.total());
            }
        });
        return taken.map(Job::id);
    }

    /** Does the next step; whether there is another one. */
    public boolean step(String id, String owner) {
        Job job = jobs.read(id);
        if (job.cancelWanted()) {
            end(job, owner, JobState.CANCELLED, job.tally());
            return false;
        }
        JobStep step = work(job).next(task(job));
        Instant now = clock.instant();
        List<JobMistake> wrong = step.wrong();
        for (int number = 0; number < wrong.size(); number++) {
            JobMistake mistake = wrong.get(number);
            jobs.add(new JobError(id, number, mistake.entry(), mistake.reason(), now));
        }
        String tally = JobTally.parse(job.tally()).and(step.tally()).text();
        String position = Objects.requireNonNullElse(step.next(), job.position());
        JobProgress progress = new JobProgress(position, step.done(), step.total(), tally);
        if (!jobs.advance(id, owner, progress, now.plus(LEASE))) {
            throw new LeaseLostException();
        }
        if (step.next() == null) {
            end(job, owner, JobState.DONE, tally);
        }
        return step.next() != null;
    }

    /** Ends a turn, so that another job has one. */
    public void release(String id, String owner) {
        jobs.release(id, owner, 0, clock.instant());
    }

    /** Notes that a step went wrong: the job rests, and is given up when that happens too often in succession. */
    public void fail(String id, String owner, String what) {
        Job job = jobs.read(id);
        jobs.add(new JobError(id, 0, null, what, clock.instant()));
        if (job.failures() + 1 >= MOST_FAILURES) {
            end(job, owner, JobState.FAILED, job.tally());
        } else if (!jobs.release(id, owner, 1, clock.instant().plus(REST))) {
            throw new LeaseLostException();
        }
    }

    private void end(Job job, String owner, JobState state, String tally) {
        if (!jobs.end(job.id(), owner, state, clock.instant())) {
            throw new LeaseLostException();
        }
        String came = tally.isEmpty() ? "nothing was done" : tally;
        note(job, state.name().toLowerCase(Locale.ROOT) + ", " + came);
    }

    private void note(Job job, String what) {
        JobOrderer orderer = job.orderedBy();
        String which = job.kind().toLowerCase(Locale.ROOT) + " " + job.subject();
        audit.note(
                new AuditEvent.JobDone(orderer.actor(), "job " + job.id() + ", " + which.strip() + ": " + what),
                facts(orderer));
    }

    private JobWork work(Job job) {
        JobKind kind = JobKind.valueOf(job.kind());
        return works.stream().filter(each -> each.does(kind)).findFirst().orElseThrow();
    }

    private static JobTask task(Job job) {
        JobKind kind = JobKind.valueOf(job.kind());
        JobOrderer orderer = job.orderedBy();
        Administrator administrator = new Administrator(
                orderer.actor(),
                orderer.accountId(),
                AdministrationRole.ADMIN,
                kind.name().toLowerCase(Locale.ROOT),
                facts(orderer));
        return new JobTask(job.id(), kind, job.subject(), job.position(), job.done(), job.total(), administrator);
    }

    private static RequestFacts facts(JobOrderer orderer) {
        return new RequestFacts(orderer.requestId(), orderer.ip(), "");
    }
}
