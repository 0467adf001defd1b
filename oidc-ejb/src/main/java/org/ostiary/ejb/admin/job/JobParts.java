package org.ostiary.ejb.admin.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.persistence.job.JobPart;
import org.ostiary.persistence.job.Jobs;
import org.ostiary.persistence.sealed.SealedColumn;

/** What jobs work on. It is sealed while it lies in the database, because digests of passwords may be among it. */
@ApplicationScoped
public class JobParts {

    @Inject
    Jobs jobs;

    @Inject
    Sealing sealing;

    void add(String jobId, int number, String text) {
        String id = JobPart.id(jobId, number);
        jobs.add(new JobPart(id, jobId, sealing.seal(SealedColumn.JOB_PART.place(id), text)));
    }

    /** The part of that number, the first of which is 0. */
    public String read(String jobId, int number) {
        JobPart part = jobs.part(jobId, number)
                .orElseThrow(() -> new IllegalStateException("The job " + jobId + " has no part " + number));
        return sealing.open(SealedColumn.JOB_PART.place(part.id()), part.sealed());
    }
}
