package org.ostiary.ejb.protocol;

import java.util.regex.Pattern;

/**
 * The issuer identifier: what {@code iss} says and what every published URL begins with. It comes from configuration,
 * never from a request (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2).
 *
 * <p>Clients compare it character by character, so only one spelling is accepted: an origin as browsers write it, then
 * nothing or a path of plain segments without a trailing slash.
 *
 * @param value the identifier, for example {@code https://id.example.org} or {@code https://example.org/id}
 */
public record Issuer(String value) {
    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]++)*+");

    public Issuer {
        refuseWhatNoIssuerHas(value);
        WebOrigin origin = WebOrigin.of(originOf(value));
        if (!PATH.matcher(pathOf(value)).matches()) {
            throw new IllegalArgumentException(
                    "must have a path of segments of letters, digits and . _ ~ - only, like https://example.org/id");
        }
        if (!origin.trustworthy()) {
            throw new IllegalArgumentException(
                    "must begin with https:// (http:// only on localhost, 127.0.0.1 or [::1], for development)");
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

    /** Scheme, host and port, as browsers write it in an {@code Origin} header. */
    public String origin() {
        return originOf(value);
    }

    /** The path, {@code ""} or for example {@code "/id"}. */
    public String path() {
        return pathOf(value);
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
        return WebOrigin.of(origin()).secure();
    }

    /** Whether the issuer is on this machine, as in development. */
    public boolean loopback() {
        return WebOrigin.of(origin()).loopback();
    }

    @Override
    public String toString() {
        return value;
    }

    private static void refuseWhatNoIssuerHas(String value) {
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

    private static String originOf(String value) {
        return value.substring(0, value.length() - pathOf(value).length());
    }

    private static String pathOf(String value) {
        int authority = value.indexOf("://") + 3;
        int slash = value.indexOf('/', authority);
        return slash < 0 ? "" : value.substring(slash);
    }
}
