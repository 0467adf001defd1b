package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobView;

/** A job, and the first lines of what went wrong in it. */
public record JobModel(JobView job, List<JobErrorLine> errors) {}
