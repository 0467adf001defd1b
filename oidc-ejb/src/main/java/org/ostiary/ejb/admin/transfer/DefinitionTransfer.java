package org.ostiary.ejb.admin.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.body.RecordJson;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.OptionChanges;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.definition.DefinitionView;

/** Brings policies, scopes and claims policies in, by the same rules as any that is defined. */
@ApplicationScoped
public class DefinitionTransfer {

    @Inject
    AdminDefinitionService definitions;

    /** Empty where nothing is different. */
    public Optional<ImportLine> take(Administrator administrator, DefinitionOrder entry, boolean dryRun) {
        try {
            Optional<DefinitionView> known = definitions.find(entry.kind(), entry.name());
            return known.isPresent()
                    ? compared(administrator, entry, known.get(), dryRun)
                    : Optional.of(added(administrator, entry, dryRun));
        } catch (AdminRefusal refusal) {
            return Optional.of(ImportLine.refused(
                    ImportKind.DEFINITION,
                    name(entry),
                    refusal.mistakes().isEmpty() ? refusal.detail() : String.join("; ", refusal.mistakes())));
        }
    }

    private ImportLine added(Administrator administrator, DefinitionOrder entry, boolean dryRun) {
        if (dryRun) {
            definitions.judge(entry.kind(), entry.name(), entry.options());
        } else {
            definitions.create(administrator, entry);
        }
        return ImportLine.added(ImportKind.DEFINITION, name(entry), null);
    }

    private Optional<ImportLine> compared(
            Administrator administrator, DefinitionOrder entry, DefinitionView known, boolean dryRun) {
        if (known.source() != ClientSource.ADMINISTRATION) {
            return Optional.of(ImportLine.refused(
                    ImportKind.DEFINITION, name(entry), "comes from the configuration here, and is as that says"));
        }
        List<ImportChange> changes = changes(known.options(), entry.options());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (dryRun) {
            definitions.judge(entry.kind(), entry.name(), entry.options());
        } else {
            definitions.change(
                    administrator,
                    entry.kind(),
                    entry.name(),
                    new DefinitionChange(entry.options(), false),
                    '"' + known.entityTag() + '"');
        }
        return Optional.of(ImportLine.changed(ImportKind.DEFINITION, name(entry), changes));
    }

    private static String name(DefinitionOrder entry) {
        return RecordJson.word(entry.kind()) + " " + entry.name();
    }

    private static List<ImportChange> changes(Map<String, String> before, Map<String, String> after) {
        return OptionChanges.names(before, after).stream()
                .map(name -> new ImportChange(name, before.get(name), after.get(name)))
                .toList();
    }
}
