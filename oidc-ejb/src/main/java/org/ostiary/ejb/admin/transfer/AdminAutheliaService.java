package org.ostiary.ejb.admin.transfer;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authelia.Translation;
import org.ostiary.ejb.client.ClientSecrets;
import org.ostiary.ejb.config.ConfiguredEntry;
import org.ostiary.ejb.config.Provenance;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.yaml.SafeYaml;
import org.ostiary.ejb.yaml.UnsafeYamlException;

/**
 * Registers the clients of a {@code configuration.yml} of Authelia, by the same translation as the command on the host, and says
 * what belongs into the configuration. It has no transaction itself: each client is whole or not there.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminAutheliaService {

    /** More goes on as a job: registering one may ask its own server. */
    private static final int MOST_AT_ONCE = 20;

    private static final int MOST_LEFT = 2_000;

    @Inject
    AdminImportService imports;

    @Inject
    AdminExportService exports;

    @Inject
    AdminJobService jobs;

    @Inject
    ClientSecrets secrets;

    @Inject
    Provenance provenance;

    @Inject
    AuditService audit;

    /** Registers them, or only says what would come of it; a job does it where there are many, or where that is wanted. */
    public AutheliaImportView take(Administrator administrator, AutheliaImportOrder order) {
        AutheliaDraft draft = AutheliaDraft.of(translated(order.configuration()), secrets::digest);
        List<LeftLine> left = bounded(draft.left(configuredHere()));
        ProviderDocument document = exports.head(true).with(draft.clients(), List.of(), List.of());
        int size = document.size();
        if (!order.dryRun() && size + left.size() > 0 && (order.asJob() || size > MOST_AT_ONCE)) {
            List<String> parts = new ArrayList<>(List.of(RecordJson.write(new LeftLines(left))));
            parts.addAll(DocumentParts.of(document));
            JobOrder job = new JobOrder(JobKind.IMPORT_AUTHELIA, "", left.size() + size, parts);
            return new AutheliaImportView(false, 0, List.of(), left, jobs.order(administrator, job));
        }
        ImportResult result = imports.carryOut(administrator, document, order.dryRun());
        audit.note(
                administrator.did(null, null, result.words() + ", not taken over " + left.size()),
                administrator.facts());
        return new AutheliaImportView(order.dryRun(), result.unchanged(), result.lines(), left, null);
    }

    /** What is read and kept as one piece has an end. */
    private static List<LeftLine> bounded(List<LeftLine> left) {
        if (left.size() <= MOST_LEFT) {
            return left;
        }
        List<LeftLine> bounded = new ArrayList<>(left.subList(0, MOST_LEFT));
        bounded.add(new LeftLine("…", "and " + (left.size() - MOST_LEFT) + " more, which the host's command lists"));
        return bounded;
    }

    private Map<String, String> configuredHere() {
        return provenance.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfiguredEntry::key, ConfiguredEntry::value));
    }

    private static Translation translated(String text) {
        try {
            return Translation.of(SafeYaml.spelledOut(SafeYaml.load(text)));
        } catch (UnsafeYamlException unreadable) {
            throw new AdminRefusal(
                    AdminRefusal.Kind.MALFORMED,
                    new Rule("authelia-configuration", "RFC 9110, section 15.5.1"),
                    "The configuration must be the text of a configuration.yml without templates, as authelia config template"
                            + " writes it; nothing was taken over",
                    List.of(String.valueOf(unreadable.getMessage())));
        }
    }
}
