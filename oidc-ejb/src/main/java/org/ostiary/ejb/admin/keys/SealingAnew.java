package org.ostiary.ejb.admin.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobMistake;
import org.ostiary.ejb.admin.job.JobStep;
import org.ostiary.ejb.admin.job.JobTally;
import org.ostiary.ejb.admin.job.JobTask;
import org.ostiary.ejb.admin.job.JobWork;
import org.ostiary.ejb.secret.RootSecretService;
import org.ostiary.ejb.secret.SealedStretch;
import org.ostiary.persistence.sealed.SealedColumn;

/**
 * Seals all that is stored sealed under the master key that is the subject of the job, some rows of one column in a step. Whatever
 * has been done and has not: nodes that have both keys open all of it.
 */
@ApplicationScoped
public class SealingAnew implements JobWork {

    private static final Logger LOG = Logger.getLogger(SealingAnew.class.getName());

    private static final List<SealedColumn> COLUMNS = List.of(SealedColumn.values());

    @Inject
    RootSecretService roots;

    @Override
    public boolean does(JobKind kind) {
        return kind == JobKind.SEAL_ANEW;
    }

    /** A position is a column, and behind a space the key of its last row that was looked at. */
    @Override
    public JobStep next(JobTask task) {
        String[] place = task.position().split(" ", 2);
        SealedColumn column = task.position().isEmpty() ? COLUMNS.get(0) : SealedColumn.valueOf(place[0]);
        SealedStretch stretch =
                roots.sealAnew(task.subject(), column, task.position().isEmpty() ? "" : place[1]);
        stretch.unopened().forEach(row -> LOG.warning(() -> "No master key opens " + row));
        @Nullable String next = stretch.last() == null ? columnAfter(column) : column.name() + " " + stretch.last();
        if (next == null) {
            LOG.info(() -> "What master keys opened is sealed under " + task.subject() + " by the job " + task.id()
                    + ". If it has no errors and all nodes have that key as their own, the other one can go: remove"
                    + " oidc.other-master-key or oidc.other-master-key-file.");
        }
        int done = task.done() + stretch.read();
        JobTally tally = JobTally.of("values", stretch.read())
                .and(JobTally.of("sealed anew", stretch.sealed()))
                .and(JobTally.of("not opened", stretch.unopened().size()));
        return new JobStep(next, done, next == null ? done : Math.max(done, task.total()), tally, wrong(stretch));
    }

    private static @Nullable String columnAfter(SealedColumn column) {
        int next = COLUMNS.indexOf(column) + 1;
        return next == COLUMNS.size() ? null : COLUMNS.get(next).name() + " ";
    }

    private static List<JobMistake> wrong(SealedStretch stretch) {
        return stretch.unopened().stream()
                .map(place -> new JobMistake(place, "No master key that the node has opens it; it is as it was"))
                .toList();
    }
}
