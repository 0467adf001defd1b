package org.ostiary.ejb.protocol.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.LoopbackHost;

/**
 * Which redirect URIs may be registered at all. Requests are later compared with the registered text character by
 * character (RFC 9700, section 2.1), so what programs read in different ways is refused here.
 *
 * <p>Allowed are https; http on loopback, for native clients (RFC 8252, section 7.3) and in development; private-use
 * schemes that contain a dot, for native clients (RFC 8252, section 7.1). Every other scheme is refused, {@code
 * javascript:} and {@code data:} among them, because none is listed.
 */
public final class RedirectUriRegistration {
    private static final int LONGEST = 2000;
    private static final Pattern URI_CHARACTERS =
            Pattern.compile("([A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++");
    private static final Pattern ENCODED_CONTROL_OR_FRAGMENT = Pattern.compile("(?i).*%(0[0-9a-f]|1[0-9a-f]|23|7f).*");
    private static final Pattern ENCODED_IN_PATH = Pattern.compile("(?i)[^?]*%(25|2e|2f|5c).*");
    private static final Pattern PRIVATE_USE = Pattern.compile("[a-z][a-z0-9+-]*+(\\.[a-z0-9+-]++)++");

    private final boolean development;
    private final boolean allowInsecure;

    /**
     * The rules for the clients of one provider.
     *
     * @param issuer on http loopback, web clients may have http loopback redirect URIs too
     * @param allowInsecure whether http is allowed for any host
     */
    public RedirectUriRegistration(Issuer issuer, boolean allowInsecure) {
        this.development = issuer.loopback() && !issuer.secure();
        this.allowInsecure = allowInsecure;
    }

    /**
     * Judges a redirect URI.
     *
     * @return what would be right, or empty when it may be registered
     */
    public Optional<String> refusal(String uri, ApplicationType type) {
        return refuseUnlessPlainlyWritten(uri).or(() -> refuseScheme(uri, type));
    }

    /**
     * Judges where a login may be started by a third party (OIDC Core 1.0, section 4): https, or http on loopback in
     * development.
     *
     * @return what would be right, or empty when it may be registered
     */
    public Optional<String> refusalOfInitiateLoginUri(String uri) {
        return refuseUnlessPlainlyWritten(uri).or(() -> refuseAllButWebSchemes(uri));
    }

    /** Whether a redirect URI that may be registered lets others on the network read codes (RFC 9700, section 2.6). */
    public static boolean insecure(String uri) {
        return uri.startsWith("http:") && !LoopbackHost.isLoopback(host(uri));
    }

    private static Optional<String> refuseUnlessPlainlyWritten(String uri) {
        if (uri.length() > LONGEST) {
            return Optional.of("must not be longer than " + LONGEST + " characters");
        }
        if (uri.indexOf('#') >= 0) {
            return Optional.of("must have no fragment (RFC 6749, section 3.1.2)");
        }
        if (!URI_CHARACTERS.matcher(uri).matches()) {
            return Optional.of("must contain only characters that RFC 3986 allows: no spaces, control characters,"
                    + " backslashes or letters outside ASCII; write them percent-encoded, a host in its xn-- form");
        }
        if (ENCODED_CONTROL_OR_FRAGMENT.matcher(uri).matches()
                || ENCODED_IN_PATH.matcher(uri).matches()) {
            return Optional.of("must not contain a percent-encoded control character or #, nor in the path"
                    + " a percent-encoded . / \\ or %: programs read these in different ways");
        }
        if (hasDotSegment(uri)) {
            return Optional.of("must have no . or .. as a path segment: browsers resolve them");
        }
        return Optional.empty();
    }

    private Optional<String> refuseScheme(String uri, ApplicationType type) {
        String scheme = scheme(uri);
        if (scheme.equals("https")) {
            return refuseAuthority(uri);
        }
        if (scheme.equals("http")) {
            return refuseAuthority(uri).or(() -> refusePlainHttp(uri, type));
        }
        if (PRIVATE_USE.matcher(scheme).matches()) {
            return refusePrivateUse(uri, type);
        }
        return Optional.of("must be absolute and begin with https://, or for a native client with http://127.0.0.1,"
                + " http://[::1] or a scheme of a domain of yours like com.example.app:/");
    }

    private Optional<String> refusePlainHttp(String uri, ApplicationType type) {
        boolean loopback = LoopbackHost.isLoopback(host(uri));
        if (allowInsecure || (loopback && (development || type == ApplicationType.NATIVE))) {
            return Optional.empty();
        }
        return Optional.of(
                loopback
                        ? "must begin with https://: http on loopback is for application-type=native,"
                                + " or for development with an issuer on http loopback"
                        : "must begin with https:// (RFC 9700, section 2.6);"
                                + " oidc.allow-insecure-redirect-uris=true allows http in a development set-up");
    }

    private static Optional<String> refusePrivateUse(String uri, ApplicationType type) {
        if (type != ApplicationType.NATIVE) {
            return Optional.of("must begin with https://: private-use schemes are for application-type=native");
        }
        if (!uri.startsWith("/", uri.indexOf(':') + 1)) {
            return Optional.of(
                    "must have a slash after the scheme, like com.example.app:/callback" + " (RFC 8252, section 7.1)");
        }
        return uri.indexOf('@') >= 0 ? Optional.of("must not contain @") : Optional.empty();
    }

    private Optional<String> refuseAllButWebSchemes(String uri) {
        String scheme = scheme(uri);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must be absolute and begin with https://");
        }
        return refuseAuthority(uri).or(() -> refuseInsecureStart(uri));
    }

    private Optional<String> refuseInsecureStart(String uri) {
        boolean allowed =
                scheme(uri).equals("https") || allowInsecure || (development && LoopbackHost.isLoopback(host(uri)));
        return allowed
                ? Optional.empty()
                : Optional.of("must begin with https:// (http on loopback only with an issuer on http loopback)");
    }

    /** Where readers of URLs disagree most: who the host is when there are user names, odd ports or odd numbers. */
    private static Optional<String> refuseAuthority(String uri) {
        String authority = authority(uri);
        if (authority.indexOf('@') >= 0) {
            return Optional.of("must not contain a user name or password");
        }
        if (host(uri).isEmpty() || host(uri).endsWith(".") || authority.endsWith(":") || port(uri) > 65_535) {
            return Optional.of("must name a host, a domain name or an IP address, after " + scheme(uri) + "://"
                    + " and, where one is needed, a port up to 65535");
        }
        return Optional.empty();
    }

    /** Servers drop what follows a semicolon in a segment, so {@code /..;x/} is a dot segment for some. */
    private static boolean hasDotSegment(String uri) {
        String path = uri.split("\\?", 2)[0];
        return Stream.of(path.split("/"))
                .map(segment -> segment.split(";", 2)[0])
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static String scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon < 0 ? "" : uri.substring(0, colon);
    }

    private static String authority(String uri) {
        String[] parts = uri.split("[/?]", 4);
        return parts.length > 2 && parts[1].isEmpty() ? parts[2] : "";
    }

    /** Empty for what is no host to Java, {@code 127.1} and {@code 0x7f000001} included. */
    private static String host(String uri) {
        return parse(uri).map(URI::getHost).orElse("");
    }

    private static int port(String uri) {
        return parse(uri).map(URI::getPort).orElse(-1);
    }

    private static Optional<URI> parse(String uri) {
        try {
            return Optional.of(new URI(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
