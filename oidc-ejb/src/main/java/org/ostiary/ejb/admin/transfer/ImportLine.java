package org.ostiary.ejb.admin.transfer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.job.JobMistake;

/**
 * What comes of one entry.
 *
 * @param changes each part that is otherwise; none unless it is changed
 * @param reason why it was refused, or what there is to do; null for nothing
 */
public record ImportLine(
        ImportKind kind,
        String name,
        ImportOutcome outcome,
        List<ImportChange> changes,
        @Nullable String reason) {

    public ImportLine {
        changes = List.copyOf(changes);
    }

    static ImportLine added(ImportKind kind, String name, @Nullable String toDo) {
        return new ImportLine(kind, name, ImportOutcome.ADDED, List.of(), toDo);
    }

    static ImportLine changed(ImportKind kind, String name, List<ImportChange> changes) {
        return new ImportLine(kind, name, ImportOutcome.CHANGED, changes, null);
    }

    static ImportLine refused(ImportKind kind, String name, String reason) {
        return new ImportLine(kind, name, ImportOutcome.REFUSED, List.of(), reason);
    }

    /** As an error of a job. */
    JobMistake mistake() {
        return new JobMistake(kind.name().toLowerCase(Locale.ROOT) + " " + name, String.valueOf(reason));
    }
}
