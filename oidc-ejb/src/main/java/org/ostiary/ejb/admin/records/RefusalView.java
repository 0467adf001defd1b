package org.ostiary.ejb.admin.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.refusal.Refusal;

/**
 * Why one request was refused.
 *
 * @param error what was answered, for example {@code invalid_request}
 * @param rule the name of the rule that it broke
 * @param section where the rule is from
 * @param parameter what was looked at; null where the description says it all, as the next two
 * @param got what was sent, as far as it may be shown
 * @param expected what would be right; the nearest registered value where there is one
 */
public record RefusalView(
        String requestId,
        Instant at,
        @Nullable String clientId,
        String error,
        String rule,
        String section,
        String description,
        @Nullable String parameter,
        @Nullable String got,
        @Nullable String expected) {

    static RefusalView of(Refusal refusal) {
        Facts facts = refusal.facts();
        return new RefusalView(
                refusal.requestId(),
                refusal.at(),
                refusal.clientId(),
                refusal.error(),
                refusal.rule().id(),
                refusal.rule().section(),
                refusal.description(),
                facts == null ? null : facts.parameter(),
                facts == null ? null : facts.got(),
                facts == null ? null : facts.expected());
    }
}
