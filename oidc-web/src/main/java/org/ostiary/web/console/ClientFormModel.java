package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a client, empty, as it is registered, or as it was typed.
 *
 * @param seen names the state that is changed; null for a new client
 * @param others the options that have no field, a line each
 * @param wrongId what is wrong with the identifier, and {@code wrongOthers} with those lines
 * @param alerts what is wrong besides
 * @param differences what somebody else stored meanwhile that is not what was typed
 */
public record ClientFormModel(
        String clientId,
        @Nullable String seen,
        List<FormField> fields,
        String others,
        List<String> wrongId,
        List<String> wrongOthers,
        List<String> alerts,
        List<String> differences) {

    /** Whether the client is yet to be registered. */
    public boolean fresh() {
        return seen == null;
    }

    /** Whether it is shown once more because something was wrong. */
    public boolean refused() {
        return !alerts.isEmpty();
    }
}
