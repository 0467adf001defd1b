package org.ostiary.ejb.config;

import java.util.List;
import java.util.Set;

/**
 * Which scripts of other origins may call which endpoints. Discovery and keys are open to all and not named here.
 *
 * @param endpoints some of {@link #ENDPOINTS}; never {@code authorization} (RFC 9700, section 2.6)
 * @param allowedOrigins origins as browsers send them, for example {@code https://app.example.org}
 * @param allowedOriginsFromClientRedirectUris whether the origins of registered redirect URIs are allowed too
 */
public record Cors(Set<String> endpoints, Set<String> allowedOrigins, boolean allowedOriginsFromClientRedirectUris) {
    /** What may be opened, by the last part of its path. */
    public static final List<String> ENDPOINTS =
            List.of("token", "userinfo", "introspection", "revocation", "pushed-authorization-request");

    public Cors {
        endpoints = Set.copyOf(endpoints);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }
}
