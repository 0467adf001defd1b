package org.ostiary.ejb.admin.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.job.JobMistake;
import org.ostiary.ejb.admin.job.JobTally;

/**
 * The difference between a document and what there is, carried out or not.
 *
 * @param unchanged how many entries are as the document says already
 * @param subjects how many subject identifiers were added, or would be
 * @param lines each other entry; of subject identifiers only those that were refused
 * @param job the job that does it, where it goes on by itself: nothing is known of the entries then; null for none
 */
public record ImportResult(
        boolean dryRun,
        int unchanged,
        int subjects,
        List<ImportLine> lines,
        @Nullable String job) {

    public ImportResult {
        lines = List.copyOf(lines);
    }

    /** For auditors. */
    String words() {
        return (dryRun ? "only compared: " : "") + "added " + count(ImportOutcome.ADDED) + ", changed "
                + count(ImportOutcome.CHANGED) + ", refused " + count(ImportOutcome.REFUSED) + ", unchanged "
                + unchanged + ", subject identifiers " + subjects;
    }

    /** For how far a job is. */
    JobTally tally() {
        return JobTally.of("added", count(ImportOutcome.ADDED))
                .and(JobTally.of("changed", count(ImportOutcome.CHANGED)))
                .and(JobTally.of("refused", count(ImportOutcome.REFUSED)))
                .and(JobTally.of("unchanged", unchanged))
                .and(JobTally.of("subject identifiers", subjects));
    }

    /** For the errors of a job: what was refused, and what is left to do for somebody. */
    List<JobMistake> mistakes() {
        return lines.stream()
                .filter(line -> line.reason() != null)
                .map(ImportLine::mistake)
                .toList();
    }

    private long count(ImportOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
