package org.ostiary.ejb.admin.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.Factor;
import org.ostiary.ejb.factor.FactorKind;

/**
 * A second factor of a person.
 *
 * @param name that the person gave it
 * @param copySuspectedAt when a key did what only a copy of it does; null for never
 */
public record SecondFactorView(
        String id,
        FactorKind kind,
        String name,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable Instant copySuspectedAt) {

    static SecondFactorView of(Factor factor) {
        return new SecondFactorView(
                factor.id(),
                factor.kind(),
                factor.name(),
                factor.createdAt(),
                factor.lastUsedAt(),
                factor.copySuspectedAt());
    }
}
