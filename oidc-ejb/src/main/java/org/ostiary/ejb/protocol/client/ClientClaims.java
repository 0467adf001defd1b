package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a client is told where, beyond what its scopes release at userinfo.
 *
 * @param policy the name of a claims policy; null for none
 * @param idToken claims that its ID tokens carry too, when a granted scope releases them
 * @param accessToken claims that its signed access tokens carry too, under the same condition
 */
public record ClientClaims(@Nullable String policy, Set<String> idToken, Set<String> accessToken) {
    /** Nothing more. */
    public static final ClientClaims STANDARD = new ClientClaims(null, Set.of(), Set.of());

    public ClientClaims {
        idToken = Collections.unmodifiableSet(new LinkedHashSet<>(idToken));
        accessToken = Collections.unmodifiableSet(new LinkedHashSet<>(accessToken));
    }
}
