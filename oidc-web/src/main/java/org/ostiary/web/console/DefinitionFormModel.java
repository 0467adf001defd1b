package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.DefinitionKind;

/**
 * The form for a policy, scope or claims policy, empty, as it is defined, or as it was typed.
 *
 * @param seen names the state that is changed; null for a new one
 * @param others the options that have no field, a line each
 * @param wrongName what is wrong with the name, and {@code wrongOthers} with those lines
 * @param alerts what is wrong besides
 * @param differences what somebody else stored meanwhile that is not what was typed
 * @param lost how many grants would lose their right; null where that was not asked
 */
public record DefinitionFormModel(
        DefinitionKind kind,
        String name,
        @Nullable String seen,
        List<FormField> fields,
        String others,
        List<String> wrongName,
        List<String> wrongOthers,
        List<String> alerts,
        List<String> differences,
        @Nullable Integer lost) {

    /** Whether it is yet to be defined. */
    public boolean fresh() {
        return seen == null;
    }

    /** Whether it is shown once more because something was wrong. */
    public boolean refused() {
        return !alerts.isEmpty();
    }

    /** Whether there are options without a field. */
    public boolean more() {
        return kind != DefinitionKind.SCOPE;
    }

    /** Whether a change may end what was granted, which is counted first. */
    public boolean counted() {
        return !fresh() && kind == DefinitionKind.POLICY;
    }

    /** Where the form is sent to. */
    public String action() {
        if (fresh()) {
            return "/admin/definition/create";
        }
        return counted() ? "/admin/definition/preview" : "/admin/definition/change";
    }

    /** What its button says. */
    public String submit() {
        String what = counted() ? "count" : "change";
        return ConsoleWords.word("definition.submit." + (fresh() ? "create" : what));
    }
}
