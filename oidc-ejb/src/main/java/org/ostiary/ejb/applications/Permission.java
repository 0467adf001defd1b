package org.ostiary.ejb.applications;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an application asked for.
 *
 * @param item by the names of {@link org.ostiary.persistence.consent.ConsentItem}
 * @param claims the claims that it releases
 * @param granted whether the application has it
 * @param changeable whether the person can change that; what an application cannot do without is taken with all the rest
 * @param since when it was decided
 * @param until when the decision is forgotten and asked for again; null for never, and where nothing is remembered
 * @param source where it was decided, {@code consent-page} or {@code account-page}; null where nothing is remembered
 */
public record Permission(
        String item,
        Set<String> claims,
        boolean granted,
        boolean changeable,
        Instant since,
        @Nullable Instant until,
        @Nullable String source) {}
