package org.ostiary.ejb.issue;

import java.util.List;
import java.util.Set;

/** How strongly a person proved who they are: the values of {@code acr} (OIDC Core 1.0, section 2). */
public final class AuthenticationContext {

    private static final String ONE_FACTOR = "urn:ostiary:acr:one-factor";

    /** Every value that can be reached here. */
    public static final List<String> REACHABLE = List.of(ONE_FACTOR);

    private AuthenticationContext() {}

    /** The value for the authentication methods used. */
    public static String of(Set<String> amr) {
        if (amr.contains("mfa")) {
            throw new IllegalStateException("No second factor exists yet, and so no grant can hold one");
        }
        return ONE_FACTOR;
    }
}
