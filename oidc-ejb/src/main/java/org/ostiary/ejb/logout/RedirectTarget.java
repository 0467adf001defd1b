package org.ostiary.ejb.logout;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.WebOrigin;

/** Where a browser goes after a logout. */
final class RedirectTarget {

    private RedirectTarget() {}

    /** As a content security policy names it: an origin, or a scheme and a colon. */
    static String ofPolicy(String redirectUri) {
        return WebOrigin.ofAddress(redirectUri)
                .orElseGet(() -> URI.create(redirectUri).getScheme() + ":");
    }

    /** The registered address, with the state exactly as it came (OIDC RP-Initiated Logout 1.0, section 3). */
    static String location(String redirectUri, @Nullable String state) {
        if (state == null) {
            return redirectUri;
        }
        String joint = redirectUri.indexOf('?') < 0 ? "?" : "&";
        return redirectUri + joint + "state=" + FormEncoding.encode(state);
    }
}
