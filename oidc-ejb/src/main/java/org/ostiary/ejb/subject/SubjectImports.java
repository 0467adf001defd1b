package org.ostiary.ejb.subject;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Takes subject identifiers over, so many in a transaction. What is there already is left alone, so a file can be imported again
 * after it broke off.
 */
@ApplicationScoped
public class SubjectImports {

    private static final int BATCH = 500;

    @Inject
    SubjectImportService steps;

    @Inject
    AuditService audit;

    /** At the start, with a record for auditors where anything changed. */
    public SubjectImportResult takeOver(List<ImportedIdentifier> identifiers, RequestFacts facts) {
        SubjectImportResult result = run(identifiers, false);
        if (result.changed()) {
            audit.note(new AuditEvent.SubjectsImported(result.words()), facts);
        }
        return result;
    }

    /** Takes them over, or only says what would come of it. */
    public SubjectImportResult run(List<ImportedIdentifier> identifiers, boolean dryRun) {
        SubjectImportResult sum = new SubjectImportResult(dryRun, 0, 0, 0, List.of());
        for (int from = 0; from < identifiers.size(); from += BATCH) {
            List<ImportedIdentifier> batch = identifiers.subList(from, Math.min(identifiers.size(), from + BATCH));
            sum = sum.and(dryRun ? steps.compare(batch) : take(batch));
        }
        return sum;
    }

    /** Somebody who logs in for the first time in the same instant is faster; then it is there already. */
    private SubjectImportResult take(List<ImportedIdentifier> batch) {
        try {
            return steps.take(batch);
        } catch (EJBException someoneElseWasFaster) {
            return steps.take(batch);
        }
    }
}
