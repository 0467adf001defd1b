package org.ostiary.ejb.protocol.authorize;

import java.net.URI;

/**
 * Where a redirect URI leads, for people and for content security policies.
 *
 * @param host the host, or the scheme of a private-use URI
 * @param origin scheme, host and port; the scheme and a colon where a policy cannot say more
 */
public record RedirectTarget(String host, String origin) {

    /** The target of a registered redirect URI. */
    public static RedirectTarget of(String redirectUri) {
        URI uri = URI.create(redirectUri);
        if (uri.getHost() == null) {
            return new RedirectTarget(uri.getScheme(), uri.getScheme() + ":");
        }
        if (uri.getHost().startsWith("[")) {
            // Content security policies cannot name an IPv6 address.
            return new RedirectTarget(uri.getHost(), uri.getScheme() + ":");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new RedirectTarget(uri.getHost(), uri.getScheme() + "://" + uri.getHost() + port);
    }

    /** Whether a browser can open the origin, unlike the private-use scheme of a native application. */
    public boolean isWebSite() {
        return origin.startsWith("http") && !origin.endsWith(":");
    }
}
