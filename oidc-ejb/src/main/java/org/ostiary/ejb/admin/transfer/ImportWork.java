package org.ostiary.ejb.admin.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.ostiary.ejb.admin.body.RequestJson;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobParts;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.json.BoundedJson;

/** Brings a document in, a part in a step. What is as the document says is left, so a step may be done twice. */
@ApplicationScoped
public class ImportWork implements JobWork {

    @Inject
    JobParts parts;

    @Inject
    AdminImportService imports;

    @Override
    public boolean does(JobKind kind) {
        return kind == JobKind.IMPORT || kind == JobKind.IMPORT_SUBJECTS;
    }

    @Override
    public JobStep next(JobTask task) {
        int number = task.position().isEmpty() ? 0 : Integer.parseInt(task.position());
        JsonObject json = BoundedJson.read(parts.read(task.id(), number)).orElseThrow();
        ProviderDocument part = RequestJson.read(ProviderDocument.class, json);
        ImportResult result = imports.carryOut(task.orderer(), part, false);
        int done = task.done() + part.size();
        String next = done < task.total() ? String.valueOf(number + 1) : null;
        return new JobStep(next, done, task.total(), result.tally(), result.mistakes());
    }
}
