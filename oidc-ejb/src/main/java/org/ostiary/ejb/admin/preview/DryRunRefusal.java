package org.ostiary.ejb.admin.preview;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthException;

/**
 * Why a request would be refused.
 *
 * @param parameter what was looked at; null where the description says it all, as the next two
 * @param got what was sent, as far as it may be shown
 * @param expected what would be right
 * @param toldToClient whether the client would hear of it, and not the person alone
 */
public record DryRunRefusal(
        String error,
        String rule,
        String section,
        String description,
        @Nullable String parameter,
        @Nullable String got,
        @Nullable String expected,
        boolean toldToClient) {

    static @Nullable DryRunRefusal of(@Nullable OAuthException refusal, boolean toldToClient) {
        if (refusal == null) {
            return null;
        }
        Facts facts = refusal.facts().orElse(null);
        return new DryRunRefusal(
                refusal.code().code(),
                refusal.rule().id(),
                refusal.rule().section(),
                refusal.description(),
                facts == null ? null : facts.parameter(),
                facts == null ? null : facts.got(),
                facts == null ? null : facts.expected(),
                toldToClient);
    }
}
