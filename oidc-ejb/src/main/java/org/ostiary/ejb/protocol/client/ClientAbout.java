package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client tells people about itself (OpenID Connect Registration 1.0, section 2). An address that is not known is null.
 *
 * @param contacts email addresses of those responsible for the client
 */
public record ClientAbout(
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String tosUri,
        Set<String> contacts) {
    /** Nothing. */
    public static final ClientAbout NOTHING = new ClientAbout(null, null, null, Set.of());

    public ClientAbout {
        contacts = Collections.unmodifiableSet(new LinkedHashSet<>(contacts));
    }
}
