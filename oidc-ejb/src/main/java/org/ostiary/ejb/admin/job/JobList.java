package org.ostiary.ejb.admin.job;

import java.util.List;

/** The latest jobs, those that were ordered last first. */
public record JobList(List<JobView> jobs) {

    public JobList {
        jobs = List.copyOf(jobs);
    }
}
