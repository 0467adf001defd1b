package org.ostiary.ejb.admin.transfer;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.subject.ImportedIdentifier;
import org.ostiary.ejb.subject.SubjectImportResult;
import org.ostiary.ejb.subject.SubjectImports;

/**
 * Brings a document in, or tells the difference. It has no transaction itself: each entry is whole or not there, and one that is as
 * the document says is left, so an import that broke off is asked for again.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminImportService {

    /** More goes on as a job: it takes longer than a request may. */
    static final int MOST_AT_ONCE = 500;

    @Inject
    DefinitionTransfer definitions;

    @Inject
    ClientTransfer clients;

    @Inject
    AccountTransfer accounts;

    @Inject
    SubjectImports subjects;

    @Inject
    AdminExportService exports;

    @Inject
    AdminJobService jobs;

    @Inject
    AuditService audit;

    /** Carries the difference out, or only tells it; a job does it where there is much, or where that is wanted. */
    public ImportResult take(Administrator administrator, ProviderDocument document, boolean dryRun, boolean asJob) {
        if (!document.format().equals(ProviderDocument.FORMAT)) {
            throw AdminRefusal.malformed("The member format must be " + ProviderDocument.FORMAT);
        }
        int size = document.size();
        if (!dryRun && size > 0 && (asJob || size > MOST_AT_ONCE)) {
            JobOrder order = new JobOrder(JobKind.IMPORT, "", size, DocumentParts.of(document));
            return new ImportResult(false, 0, 0, List.of(), jobs.order(administrator, order));
        }
        ImportResult result = carryOut(administrator, document, dryRun);
        audit.note(administrator.did(null, null, result.words()), administrator.facts());
        return result;
    }

    /** Carries the difference out, or only tells it, entry by entry. */
    public ImportResult carryOut(Administrator administrator, ProviderDocument document, boolean dryRun) {
        boolean madeHere = exports.madeHere(document);
        List<Optional<ImportLine>> entries = new ArrayList<>();
        document.defined().forEach(each -> entries.add(definitions.take(administrator, each, dryRun)));
        List<Definition> supposed = dryRun ? supposed(document) : List.of();
        document.clients().forEach(each -> entries.add(clients.take(administrator, each, madeHere, dryRun, supposed)));
        List<ImportLine> refused = new ArrayList<>();
        List<ImportedIdentifier> identifiers = identifiers(document, refused);
        Map<String, List<ImportedIdentifier>> byName =
                identifiers.stream().collect(Collectors.groupingBy(ImportedIdentifier::usernameKey));
        Set<ImportedIdentifier> given = new HashSet<>();
        for (AccountEntry each : document.accounts()) {
            List<ImportedIdentifier> own =
                    byName.getOrDefault(UsernameKey.find(each.username()).orElse(""), List.of());
            Optional<ImportLine> line = accounts.take(administrator, each, own, dryRun);
            entries.add(line);
            line.filter(added -> added.outcome() == ImportOutcome.ADDED).ifPresent(added -> given.addAll(own));
        }
        SubjectImportResult taken = subjects.run(
                identifiers.stream().filter(each -> !given.contains(each)).toList(), dryRun);
        taken.conflicts()
                .forEach(conflict -> refused.add(ImportLine.refused(
                        ImportKind.SUBJECT, conflict.username() + " in " + conflict.sector(), conflict.reason())));
        return result(entries, refused, taken, given.size(), dryRun);
    }

    /** What clients of the document could refer to if it were carried out. */
    private static List<Definition> supposed(ProviderDocument document) {
        return document.defined().stream()
                .map(each -> new Definition(each.kind(), each.name(), each.options()))
                .toList();
    }

    private static List<ImportedIdentifier> identifiers(ProviderDocument document, List<ImportLine> refused) {
        List<ImportedIdentifier> identifiers = new ArrayList<>();
        for (SubjectEntry each : document.subjects()) {
            try {
                identifiers.add(ImportedIdentifier.of(each.username(), each.sector(), each.sub()));
            } catch (IllegalArgumentException wrong) {
                refused.add(ImportLine.refused(
                        ImportKind.SUBJECT,
                        each.username() + " in " + each.sector(),
                        String.valueOf(wrong.getMessage())));
            }
        }
        return identifiers;
    }

    private static ImportResult result(
            List<Optional<ImportLine>> entries,
            List<ImportLine> refused,
            SubjectImportResult taken,
            int given,
            boolean dryRun) {
        List<ImportLine> lines = entries.stream().flatMap(Optional::stream).collect(Collectors.toList());
        lines.addAll(refused);
        int unchanged = (int) entries.stream().filter(Optional::isEmpty).count() + taken.unchanged();
        return new ImportResult(dryRun, unchanged, taken.bound() + taken.waiting() + given, lines, null);
    }
}
