package org.ostiary.ejb.admin.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param next where the next step goes on; null after the last one
 * @param done how much is done by now
 * @param total how much there is to do altogether, as far as it is known by now
 * @param tally what came of this step
 * @param wrong what went wrong with single entries
 */
public record JobStep(@Nullable String next, int done, int total, JobTally tally, List<JobMistake> wrong) {

    public JobStep {
        wrong = List.copyOf(wrong);
    }
}
