package org.ostiary.ejb.refusal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.Rule;

/**
 * Why one request was refused, for the operator who knows its id.
 *
 * @param requestId the id that the answer carried
 * @param clientId the known client whose request it was; null for none
 * @param error the code that was answered, for example {@code invalid_request}
 * @param description the precise one, whatever the client was told
 * @param facts what was looked at; null where the description says it all
 */
public record Refusal(
        String requestId,
        Instant at,
        @Nullable String clientId,
        String error,
        Rule rule,
        String description,
        @Nullable Facts facts) {

    /** One line for the log, whose every part is ours or was checked: no stranger writes there, not even {@code got}. */
    String line() {
        return "Refused request " + requestId + ": " + error + ", rule " + rule.id() + " (" + rule.section() + ")"
                + (clientId == null ? "" : ", client " + clientId) + ": " + description;
    }
}
