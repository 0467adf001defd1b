package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which resource servers a client's access tokens may be for (RFC 8707).
 *
 * @param allowed what the client may ask for, in the order of its registration
 * @param mode what a request that names none is granted
 */
public record ClientAudience(Set<String> allowed, AudienceMode mode) {
    /** Of a client that may ask for none. */
    public static final ClientAudience NONE = new ClientAudience(Set.of(), AudienceMode.EXPLICIT);

    public ClientAudience {
        allowed = Collections.unmodifiableSet(new LinkedHashSet<>(allowed));
    }
}
