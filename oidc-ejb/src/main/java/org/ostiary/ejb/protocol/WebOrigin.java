package org.ostiary.ejb.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port exactly as browsers write them in an {@code Origin} header (RFC 6454, section 6.2), so that two are
 * equal when their texts are: lower case, no default port, no trailing slash.
 *
 * @param value for example {@code https://app.example.org} or {@code http://localhost:8080}
 */
public record WebOrigin(String value) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<scheme>https?)://(?<host>[a-z0-9.-]*[a-z0-9]|\\[[0-9a-f:.]+])(:(?<port>[1-9][0-9]{0,4}))?");

    public WebOrigin {
        Matcher origin = SHAPE.matcher(value);
        if (!origin.matches() || !readable(value)) {
            throw new IllegalArgumentException("must be scheme://host or scheme://host:port in lower case,"
                    + " the scheme https or http, the host without a trailing dot, like https://id.example.org");
        }
        if (isDefaultPort(origin.group("scheme"), origin.group("port"))) {
            throw new IllegalArgumentException("must leave the default port :" + origin.group("port")
                    + " out, as browsers do: it is compared character by character");
        }
    }

    /**
     * Reads an origin.
     *
     * @throws IllegalArgumentException with a message that says what would be right
     */
    public static WebOrigin of(String value) {
        return new WebOrigin(value);
    }

    /**
     * The origin of an address, as browsers compute it (RFC 6454, section 4).
     *
     * @return empty for one of another scheme than https and http, or one that is not readable
     */
    public static Optional<String> ofAddress(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String port = Integer.toString(uri.getPort());
            boolean portLeftOut = uri.getPort() < 0 || isDefaultPort(scheme, port);
            String origin = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (portLeftOut ? "" : ":" + port);
            return scheme.equals("https") || scheme.equals("http") ? Optional.of(origin) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it is reached by https. */
    public boolean secure() {
        return value.startsWith("https:");
    }

    /** Whether it is on this machine, as in development. */
    public boolean loopback() {
        Matcher origin = SHAPE.matcher(value);
        return origin.matches() && LoopbackHost.isLoopback(origin.group("host"));
    }

    /** Whether what is sent to it stays between the browser and the server it names: https, or this very machine. */
    public boolean trustworthy() {
        return secure() || loopback();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isDefaultPort(String scheme, String port) {
        return scheme.equals("https") ? "443".equals(port) : "80".equals(port);
    }

    /** The pattern lets some through that name no host or port: {@code [:::]}, {@code 127.1}, port 99999. */
    private static boolean readable(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
