package org.ostiary.ejb.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as a place outside describes them today.
 *
 * @param externalId what never changes about them there, and is never given to another
 * @param claims further claims by their names in OIDC Core 1.0, section 5.1
 */
public record KnownPerson(
        String externalId,
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<String> groups,
        Map<String, String> claims) {

    public KnownPerson {
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }
}
