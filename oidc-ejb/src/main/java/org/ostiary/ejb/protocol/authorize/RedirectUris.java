package org.ostiary.ejb.protocol.authorize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * Whether a redirect URI is a registered one: the same characters, nothing normalised (RFC 3986, section 6.2.1; RFC 9700,
 * section 4.1.3). Only the port of a native application's loopback address may differ (RFC 8252, section 7.3).
 */
final class RedirectUris {

    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::([1-9][0-9]{0,4}))?((?:[/?].*)?)");
    private static final int HIGHEST_PORT = 65535;

    private RedirectUris() {}

    static boolean registered(RegisteredClient client, String redirectUri) {
        if (client.redirectUris().contains(redirectUri)) {
            return true;
        }
        return client.applicationType() == ApplicationType.NATIVE
                && client.redirectUris().stream().anyMatch(registered -> equalButForPort(registered, redirectUri));
    }

    /** What somebody reads who finds out why a URI was refused. */
    static Facts whyNot(RegisteredClient client, String redirectUri) {
        return Facts.ofAddress(
                "redirect_uri",
                redirectUri,
                client.redirectUris(),
                "no authorization request at all, for the client has no redirect URI");
    }

    private static boolean equalButForPort(String registered, String asked) {
        Matcher left = LOOPBACK.matcher(registered);
        Matcher right = LOOPBACK.matcher(asked);
        return left.matches()
                && right.matches()
                && validPort(right.group(2))
                && left.group(1).equals(right.group(1))
                && left.group(3).equals(right.group(3));
    }

    private static boolean validPort(String port) {
        return port == null || Integer.parseInt(port) <= HIGHEST_PORT;
    }
}
