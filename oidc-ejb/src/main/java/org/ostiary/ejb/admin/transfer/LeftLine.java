package org.ostiary.ejb.admin.transfer;

import org.ostiary.ejb.admin.job.JobMistake;

/**
 * What an import of a configuration leaves to somebody.
 *
 * @param option of Authelia, or a key of ours
 * @param reason why it was not taken over, and what to do
 */
public record LeftLine(String option, String reason) {

    /** As an error of a job. */
    JobMistake mistake() {
        return new JobMistake(option, reason);
    }
}
