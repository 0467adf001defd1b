package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a client proves who it is in another way than at the token endpoint.
 *
 * @param others the endpoints that have a method of their own
 * @param severalMethods whether a request may hold its secret twice, in the header and in the body, although RFC 6749,
 *     section 2.3 says that it must not
 */
public record ClientEndpoints(Map<AuthenticatedEndpoint, EndpointAuthentication> others, boolean severalMethods) {
    /** Everywhere as at the token endpoint, by one method a request. */
    public static final ClientEndpoints STANDARD = new ClientEndpoints(Map.of(), false);

    public ClientEndpoints {
        Map<AuthenticatedEndpoint, EndpointAuthentication> copy = new EnumMap<>(AuthenticatedEndpoint.class);
        copy.putAll(others);
        others = Collections.unmodifiableMap(copy);
    }
}
