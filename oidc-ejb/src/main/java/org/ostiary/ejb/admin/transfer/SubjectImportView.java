package org.ostiary.ejb.admin.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.subject.SubjectConflict;
import org.ostiary.ejb.subject.SubjectImportResult;

/**
 * What an import of subject identifiers came to, or would.
 *
 * @param bound how many accounts have theirs from now on
 * @param waiting how many wait for an account of that name from now on
 * @param unchanged how many were so already
 * @param conflicts those that were left as they are
 * @param job the job that does it, where it goes on by itself: nothing is known of it then; null for none
 */
public record SubjectImportView(
        boolean dryRun,
        int bound,
        int waiting,
        int unchanged,
        List<SubjectConflict> conflicts,
        @Nullable String job) {

    public SubjectImportView {
        conflicts = List.copyOf(conflicts);
    }

    static SubjectImportView of(SubjectImportResult result) {
        return new SubjectImportView(
                result.dryRun(), result.bound(), result.waiting(), result.unchanged(), result.conflicts(), null);
    }

    static SubjectImportView by(String job) {
        return new SubjectImportView(false, 0, 0, 0, List.of(), job);
    }
}
