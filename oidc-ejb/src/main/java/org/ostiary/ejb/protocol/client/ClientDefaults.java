package org.ostiary.ejb.protocol.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client's authorization requests mean where they say nothing (OpenID Connect Registration 1.0, section 2).
 *
 * @param maxAge the longest time since the person's login; null for any
 * @param requireAuthTime whether ID tokens must have {@code auth_time}, which they have here in any case
 * @param acrValues how strongly people should have signed in, the best first; none for no wish
 */
public record ClientDefaults(@Nullable Duration maxAge, boolean requireAuthTime, Set<String> acrValues) {
    /** Nothing. */
    public static final ClientDefaults NONE = new ClientDefaults(null, false, Set.of());

    public ClientDefaults {
        acrValues = Collections.unmodifiableSet(new LinkedHashSet<>(acrValues));
    }
}
