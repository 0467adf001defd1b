package org.ostiary.ejb.admin.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobMistake;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTally;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.trail.TrailEnd;
import org.ostiary.ejb.trail.TrailFinding;
import org.ostiary.ejb.trail.TrailStretch;
import org.ostiary.ejb.trail.TrailVerifyService;

/**
 * Walks along the whole chain of the audit trail, some records in a step; what is not as the server wrote it is an error of the job.
 * It only reads, so a step may be done twice.
 */
@ApplicationScoped
public class TrailWalking implements JobWork {

    /** Records of one step. */
    static final int STRETCH = 2_000;

    @Inject
    TrailVerifyService trail;

    @Override
    public boolean does(JobKind kind) {
        return kind == JobKind.WALK_TRAIL;
    }

    @Override
    public JobStep next(JobTask task) {
        TrailStretch stretch = trail.stretch(place(task.position()), STRETCH);
        int done = task.done() + (int) stretch.checked();
        JobTally tally = JobTally.of("records", stretch.checked())
                .and(JobTally.of("findings", stretch.findings().size()));
        TrailEnd reached = stretch.reached();
        @Nullable String next = stretch.last() ? null : reached.position() + " " + reached.seal();
        List<JobMistake> wrong =
                stretch.findings().stream().map(TrailWalking::mistake).toList();
        return new JobStep(next, done, done + (int) stretch.left(), tally, wrong);
    }

    private static TrailEnd place(String position) {
        String[] parts = position.split(" ", 2);
        return parts.length < 2 ? new TrailEnd(0, "") : new TrailEnd(Long.parseLong(parts[0]), parts[1]);
    }

    private static JobMistake mistake(TrailFinding finding) {
        return new JobMistake(
                Objects.requireNonNullElse(finding.recordId(), "place " + finding.position()), finding.sentence());
    }
}
