package org.ostiary.ejb.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The issuer identifier: what {@code iss} says and what every published URL begins with. It comes from configuration,
 * never from a request (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2).
 *
 * <p>Clients compare it character by character, so only one spelling is accepted: lower-case scheme and host, no default
 * port, no trailing slash, a path of plain segments.
 *
 * @param value the identifier, for example {@code https://id.example.org} or {@code https://example.org/id}
 */
public record Issuer(String value) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<scheme>https?)://(?<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:(?<port>[1-9][0-9]{0,4}))?"
                    + "(?<path>(/[A-Za-z0-9._~-]+)*)");

    public Issuer {
        refuseCommonMistakes(value);
        Matcher url = SHAPE.matcher(value);
        if (!url.matches() || !readable(value)) {
            throw new IllegalArgumentException("must be a URL like https://id.example.org or https://example.org/id:"
                    + " lower-case scheme and host, an optional port, path segments of letters, digits and . _ ~ -");
        }
        if (isDefaultPort(url.group("scheme"), url.group("port"))) {
            throw new IllegalArgumentException("must not name the scheme's default port: leave :" + url.group("port")
                    + " out, clients compare the issuer character by character");
        }
        if (url.group("scheme").equals("http") && !LoopbackHost.isLoopback(url.group("host"))) {
            throw new IllegalArgumentException(
                    "must begin with https:// (http:// only for localhost, 127.0.0.1 or [::1], for development)");
        }
    }

    /**
     * Reads an issuer identifier.
     *
     * @throws IllegalArgumentException with a message that says what would be right
     */
    public static Issuer of(String value) {
        return new Issuer(value);
    }

    /** Scheme, host and port, as browsers write it in an {@code Origin} header (RFC 6454, section 6.2). */
    public String origin() {
        return value.substring(0, value.length() - path().length());
    }

    /** The path, {@code ""} or for example {@code "/id"}. */
    public String path() {
        int slash = value.indexOf('/', value.indexOf("//") + 2);
        return slash < 0 ? "" : value.substring(slash);
    }

    /**
     * The URL of an endpoint below the issuer.
     *
     * @param pathFromRoot begins with a slash, for example {@code /api/oidc/token}
     */
    public String endpoint(String pathFromRoot) {
        return value + pathFromRoot;
    }

    /** Whether the issuer is reached by https; cookies are {@code Secure} then. */
    public boolean secure() {
        return value.startsWith("https://");
    }

    /** Whether the issuer is on this machine, as in development. */
    public boolean loopback() {
        String host = URI.create(value).getHost();
        return host != null && LoopbackHost.isLoopback(host);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void refuseCommonMistakes(String value) {
        if (value.indexOf('?') >= 0 || value.indexOf('#') >= 0) {
            throw new IllegalArgumentException("must have neither a query nor a fragment");
        }
        if (value.indexOf('@') >= 0) {
            throw new IllegalArgumentException("must not contain a user name or password");
        }
        if (value.endsWith("/")) {
            throw new IllegalArgumentException(
                    "must not end with a slash: clients append /.well-known/openid-configuration to it");
        }
    }

    private static boolean isDefaultPort(String scheme, String port) {
        return scheme.equals("https") ? "443".equals(port) : "80".equals(port);
    }

    /** The pattern lets some through that are no addresses: {@code [:::]}, port 99999, dot segments. */
    private static boolean readable(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && uri.getPort() <= 65_535 && uri.normalize().equals(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
