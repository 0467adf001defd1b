package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client learns that a person signed out, and where it may send people who do.
 *
 * @param redirectUris where a person may be led afterwards (OIDC RP-Initiated Logout 1.0, section 3.1)
 * @param backChannelUri where the provider posts a logout token; null for nowhere (OIDC Back-Channel Logout 1.0, section 2.2)
 * @param backChannelSession whether that token must name the session; it always does
 * @param frontChannelUri what the person's browser opens in a frame; null for nothing (OIDC Front-Channel Logout 1.0, section 2)
 * @param frontChannelSession whether that address must name issuer and session
 * @param revoke what becomes of the grants that were given in the session
 */
public record ClientLogout(
        Set<String> redirectUris,
        @Nullable String backChannelUri,
        boolean backChannelSession,
        @Nullable String frontChannelUri,
        boolean frontChannelSession,
        RevokeOnLogout revoke) {

    /** Of a client that is not told. */
    public static final ClientLogout UNTOLD = new ClientLogout(Set.of(), null, false, null, false, RevokeOnLogout.AUTO);

    public ClientLogout {
        redirectUris = Collections.unmodifiableSet(new LinkedHashSet<>(redirectUris));
    }
}
