package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a client is told where, beyond what its scopes release at userinfo.
 *
 * @param policy the name of a claims policy; null for none
 * @param idToken claims that its ID tokens carry too, when a granted scope releases them
 * @param accessToken claims that its signed access tokens carry too, under the same condition
 * @param custom from which attribute of a person a claim is taken, where that has another name
 * @param audience whom its ID tokens are for
 */
public record ClientClaims(
        @Nullable String policy,
        Set<String> idToken,
        Set<String> accessToken,
        Map<String, String> custom,
        IdTokenAudience audience) {
    /** Nothing more. */
    public static final ClientClaims STANDARD =
            new ClientClaims(null, Set.of(), Set.of(), Map.of(), IdTokenAudience.SPECIFICATION);

    public ClientClaims {
        idToken = Collections.unmodifiableSet(new LinkedHashSet<>(idToken));
        accessToken = Collections.unmodifiableSet(new LinkedHashSet<>(accessToken));
        custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }
}
