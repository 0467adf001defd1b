package org.ostiary.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.trail.TrailFormat;

/** What went wrong in a job as a file, an object a line, written out page after page. */
@ApplicationScoped
public class JobErrorDownload {

    @Inject
    AdminJobService jobs;

    /** The file; its first page is read before anything is answered, so that a job that is not there is told. */
    Download of(String job) {
        List<JobErrorLine> first = jobs.errors(job, 0);
        return new Download(
                TrailFormat.JSON_LINES.mediaType() + ";charset=UTF-8",
                "job-errors.jsonl",
                output -> write(output, job, first));
    }

    private void write(OutputStream output, String job, List<JobErrorLine> first) throws IOException {
        List<JobErrorLine> page = first;
        int written = 0;
        while (!page.isEmpty()) {
            for (JobErrorLine line : page) {
                output.write((RecordJson.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            written += page.size();
            page = page.size() < AdminJobService.LINES ? List.of() : jobs.errors(job, written);
        }
    }
}
