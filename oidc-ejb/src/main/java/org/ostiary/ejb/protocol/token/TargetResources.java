package org.ostiary.ejb.protocol.token;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_TARGET;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** Which resource servers a request may name (RFC 8707, section 2). */
public final class TargetResources {

    private static final Rule WELL_FORMED = new Rule("resource-well-formed", "RFC 8707, section 2");
    private static final Rule ALLOWED = new Rule("resource-allowed", "RFC 8707, section 2");

    private TargetResources() {}

    /**
     * Those asked for, when each is an absolute URI without a fragment and among the allowed.
     *
     * @throws OAuthException invalid_target
     */
    public static Set<String> require(Set<String> asked, Set<String> allowed) {
        for (String resource : asked) {
            if (!absoluteUri(resource)) {
                throw new OAuthException(
                        INVALID_TARGET, WELL_FORMED, "The resource must be an absolute URI without a fragment");
            }
            if (!allowed.contains(resource)) {
                throw new OAuthException(
                        INVALID_TARGET,
                        ALLOWED,
                        "The resource must be one that the client may ask for, and at the token endpoint one that was"
                                + " granted");
            }
        }
        return asked;
    }

    /**
     * The audience of an access token: those asked for, which must have been granted; without any, all that were granted.
     *
     * @throws OAuthException invalid_target
     */
    public static Set<String> narrow(Set<String> asked, Set<String> granted) {
        return asked.isEmpty() ? granted : require(asked, granted);
    }

    private static boolean absoluteUri(String resource) {
        try {
            URI uri = new URI(resource);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
