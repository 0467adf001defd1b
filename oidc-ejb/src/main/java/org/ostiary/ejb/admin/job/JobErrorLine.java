package org.ostiary.ejb.admin.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.job.JobError;

/**
 * A line of the file of errors.
 *
 * @param entry what could not be done; null when a whole step went wrong
 */
public record JobErrorLine(Instant happenedAt, @Nullable String entry, String reason) {

    static JobErrorLine of(JobError error) {
        return new JobErrorLine(error.happenedAt(), error.entry(), error.reason());
    }
}
