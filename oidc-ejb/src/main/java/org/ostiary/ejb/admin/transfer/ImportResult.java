package org.ostiary.ejb.admin.transfer;

import java.util.List;

/**
 * The difference between a document and what there is, carried out or not.
 *
 * @param unchanged how many entries are as the document says already
 * @param subjects how many subject identifiers were added, or would be
 * @param lines each other entry; of subject identifiers only those that were refused
 */
public record ImportResult(boolean dryRun, int unchanged, int subjects, List<ImportLine> lines) {

    public ImportResult {
        lines = List.copyOf(lines);
    }

    /** For auditors. */
    String words() {
        return (dryRun ? "only compared: " : "") + "added " + count(ImportOutcome.ADDED) + ", changed "
                + count(ImportOutcome.CHANGED) + ", refused " + count(ImportOutcome.REFUSED) + ", unchanged "
                + unchanged + ", subject identifiers " + subjects;
    }

    private long count(ImportOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
