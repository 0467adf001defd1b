package org.ostiary.web.account;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.Factor;
import org.ostiary.ejb.factor.FactorKind;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Texts;

/**
 * A second factor as people read it.
 *
 * @param warning that there may be a copy of it; null for none
 */
public record FactorLine(
        String id,
        String kind,
        String name,
        String added,
        String used,
        @Nullable String warning) {

    static FactorLine of(Factor factor) {
        String kind = Texts.text(factor.kind() == FactorKind.SECURITY_KEY ? "factors.key" : "factors.app");
        return new FactorLine(
                factor.id(),
                kind,
                DisplayText.of(factor.name(), kind),
                Moments.words(factor.createdAt()),
                Moments.words(factor.lastUsedAt()),
                factor.copySuspectedAt() == null
                        ? null
                        : Texts.text("factors.copy", Moments.words(factor.copySuspectedAt())));
    }
}
