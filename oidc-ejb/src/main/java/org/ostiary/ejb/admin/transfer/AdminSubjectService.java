package org.ostiary.ejb.admin.transfer;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.subject.IdentifiersFile;
import org.ostiary.ejb.subject.IdentifiersFileException;
import org.ostiary.ejb.subject.SubjectImportResult;
import org.ostiary.ejb.subject.SubjectImports;
import org.ostiary.ejb.yaml.UnsafeYamlException;

/** Takes subject identifiers of Authelia over; it has no transaction itself, because there may be very many. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminSubjectService {

    /** More goes on as a job: it takes longer than a request may. */
    private static final int MOST_AT_ONCE = 5_000;

    @Inject
    SubjectImports imports;

    @Inject
    AdminExportService exports;

    @Inject
    AdminJobService jobs;

    @Inject
    AuditService audit;

    /** Takes them over, or only says what would come of it; a job does it where there is much, or where that is wanted. */
    public SubjectImportView take(Administrator administrator, SubjectImportOrder order) {
        IdentifiersFile file = read(order.identifiers());
        int size = file.identifiers().size();
        if (!order.dryRun() && size > 0 && (order.asJob() || size > MOST_AT_ONCE)) {
            ProviderDocument document = exports.head(false).with(List.of(), List.of(), entries(file));
            List<String> parts = DocumentParts.of(document);
            return SubjectImportView.by(
                    jobs.order(administrator, new JobOrder(JobKind.IMPORT_SUBJECTS, "", size, parts)));
        }
        SubjectImportResult result = imports.run(file.identifiers(), order.dryRun());
        audit.note(
                administrator.did(null, null, (order.dryRun() ? "only compared: " : "") + result.words()),
                administrator.facts());
        return SubjectImportView.of(result);
    }

    private static List<SubjectEntry> entries(IdentifiersFile file) {
        return file.identifiers().stream()
                .map(each -> new SubjectEntry(each.username(), each.sector(), each.sub()))
                .toList();
    }

    private static IdentifiersFile read(String text) {
        try {
            return IdentifiersFile.parse(text);
        } catch (IdentifiersFileException wrong) {
            throw refusal(wrong.mistakes());
        } catch (UnsafeYamlException unreadable) {
            throw refusal(List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static AdminRefusal refusal(List<String> mistakes) {
        return new AdminRefusal(
                AdminRefusal.Kind.MALFORMED,
                new Rule("subject-identifiers-file", "RFC 9110, section 15.5.1"),
                "The member identifiers must be the text of a file as Authelia exports it; nothing was taken over",
                mistakes);
    }
}
