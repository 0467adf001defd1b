package org.ostiary.ejb.admin.transfer;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
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

    @Inject
    SubjectImports imports;

    @Inject
    AuditService audit;

    /** Takes them over, or only says what would come of it. */
    public SubjectImportResult take(Administrator administrator, SubjectImportOrder order) {
        IdentifiersFile file = read(order.identifiers());
        SubjectImportResult result = imports.run(file.identifiers(), order.dryRun());
        audit.note(
                administrator.did(null, null, (order.dryRun() ? "only compared: " : "") + result.words()),
                administrator.facts());
        return result;
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
