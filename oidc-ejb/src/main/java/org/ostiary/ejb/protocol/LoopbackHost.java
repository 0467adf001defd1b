package org.ostiary.ejb.protocol;

/**
 * Which hosts of a URL are this very machine. Other spellings of the loopback address ({@code 127.1}, {@code 0x7f000001},
 * {@code [::ffff:127.0.0.1]}) do not count: programs differ in how they read them.
 */
public final class LoopbackHost {
    private LoopbackHost() {}

    /**
     * Whether the host is {@code localhost} or a loopback literal.
     *
     * @param host as it stands in the URL, an IPv6 address in brackets
     */
    public static boolean isLoopback(String host) {
        return host.equals("localhost") || isLiteral(host);
    }

    /**
     * Whether the host is an address literal that cannot be resolved elsewhere: the only hosts whose port may vary for a
     * native client (RFC 8252, section 7.3; section 8.3 advises against {@code localhost}).
     *
     * @param host as it stands in the URL, an IPv6 address in brackets
     */
    public static boolean isLiteral(String host) {
        return host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
