package org.ostiary.ejb.admin.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.ostiary.ejb.admin.body.RequestJson;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobParts;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTally;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.json.BoundedJson;

/** Registers clients of Authelia, some in a step, after it said what was not taken over: that is the first part. */
@ApplicationScoped
public class AutheliaImportWork implements JobWork {

    @Inject
    JobParts parts;

    @Inject
    ImportWork imports;

    @Override
    public boolean does(JobKind kind) {
        return kind == JobKind.IMPORT_AUTHELIA;
    }

    @Override
    public JobStep next(JobTask task) {
        if (!task.position().isEmpty()) {
            return imports.next(task);
        }
        JsonObject json = BoundedJson.read(parts.read(task.id(), 0)).orElseThrow();
        List<LeftLine> left = RequestJson.read(LeftLines.class, json).lines();
        return new JobStep(
                left.size() < task.total() ? "1" : null,
                left.size(),
                task.total(),
                JobTally.of("not taken over", left.size()),
                left.stream().map(LeftLine::mistake).toList());
    }
}
