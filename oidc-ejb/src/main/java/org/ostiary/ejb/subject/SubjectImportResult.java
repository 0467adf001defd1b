package org.ostiary.ejb.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import of subject identifiers came to, or would.
 *
 * @param bound how many accounts have theirs from now on
 * @param waiting how many wait for an account of that name from now on
 * @param unchanged how many were so already
 * @param conflicts those that were left as they are
 */
public record SubjectImportResult(
        boolean dryRun, int bound, int waiting, int unchanged, List<SubjectConflict> conflicts) {

    public SubjectImportResult {
        conflicts = List.copyOf(conflicts);
    }

    /** Whether anything is different from before. */
    public boolean changed() {
        return bound > 0 || waiting > 0;
    }

    /** For a log and for auditors. */
    public String words() {
        return "bound " + bound + ", waiting for an account " + waiting + ", unchanged " + unchanged + ", conflicts "
                + conflicts.size();
    }

    SubjectImportResult and(SubjectImportResult more) {
        List<SubjectConflict> all = new ArrayList<>(conflicts);
        all.addAll(more.conflicts);
        return new SubjectImportResult(
                dryRun, bound + more.bound, waiting + more.waiting, unchanged + more.unchanged, all);
    }
}
