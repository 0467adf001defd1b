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
 */
public record ClientClaims(@Nullable String policy, Set<String> idToken) {
    /** Nothing more. */
    public static final ClientClaims STANDARD = new ClientClaims(null, Set.of());

    public ClientClaims {
        idToken = Collections.unmodifiableSet(new LinkedHashSet<>(idToken));
    }
}
