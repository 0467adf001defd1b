package org.ostiary.ejb.admin.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.job.Job;
import org.ostiary.persistence.job.JobState;

/**
 * A job, as administrators see it.
 *
 * @param subject what it is about; null where that is not one thing
 * @param total how much there is to do altogether, as far as it is known by now
 * @param cancelWanted whether it is to stop before its next step, or has
 * @param outcome what came of it up to now, in words
 * @param errors how often something went wrong
 * @param expectedEnd when it is over if it goes on as it did; null before anything can be said, and afterwards
 */
public record JobView(
        String id,
        JobKind kind,
        @Nullable String subject,
        JobState state,
        String orderedBy,
        int done,
        int total,
        boolean cancelWanted,
        String outcome,
        long errors,
        Instant orderedAt,
        @Nullable Instant startedAt,
        @Nullable Instant expectedEnd,
        @Nullable Instant endedAt) {

    static JobView of(Job job, long errors, Clock clock) {
        return new JobView(
                job.id(),
                JobKind.valueOf(job.kind()),
                job.subject().isEmpty() ? null : job.subject(),
                job.state(),
                job.orderedBy().actor(),
                job.done(),
                job.total(),
                job.cancelWanted(),
                job.tally(),
                errors,
                job.orderedAt(),
                job.startedAt(),
                expectedEnd(job, clock.instant()),
                job.endedAt());
    }

    /** Whether it is not over. */
    public boolean open() {
        return endedAt == null;
    }

    private static @Nullable Instant expectedEnd(Job job, Instant now) {
        Instant started = job.startedAt();
        if (job.state() != JobState.RUNNING || started == null || job.done() == 0) {
            return null;
        }
        long left = Math.max(0, job.total() - job.done());
        return now.plus(Duration.between(started, now).multipliedBy(left).dividedBy(job.done()));
    }
}
