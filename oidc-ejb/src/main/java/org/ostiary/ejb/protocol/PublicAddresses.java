package org.ostiary.ejb.protocol;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Which addresses a call of ours may reach: public ones, and those that the operator allows (RFC 6890, section 2.2). */
public final class PublicAddresses {

    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

    /** Of IPv6 only what is handed out to be routed, without the parts that lead to IPv4 or to documents. */
    private static final String ROUTED = "2000::/3";

    private static final List<String> NOT_ROUTED = List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<String> allowed;

    /** Those, and in addition the allowed ones: addresses, or networks such as {@code 10.1.0.0/16}. */
    public PublicAddresses(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether a call may go there. */
    public boolean reachable(InetAddress address) {
        // Java reads an IPv4 address that is written as IPv6 as what it is.
        byte[] bytes = address.getAddress();
        return within(allowed, bytes) || isPublic(bytes);
    }

    /** Whether the operator names it. */
    public boolean allowed(InetAddress address) {
        return within(allowed, address.getAddress());
    }

    /**
     * Whether a host that a client names may be called, as far as its name tells: one with dots may have any address, which
     * is judged when it is called.
     *
     * @param host a name, an IPv4 address, or an IPv6 address in brackets
     */
    public boolean plausible(String host) {
        String literal = host.equals("localhost") || host.endsWith(".localhost") ? "127.0.0.1" : host;
        if (!ADDRESS.matcher(literal).matches()) {
            return true;
        }
        try {
            // No name server is asked for what is written as an address.
            return reachable(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPublic(byte[] bytes) {
        return bytes.length == 4
                ? !within(NOT_PUBLIC, bytes)
                : AddressRange.contains(ROUTED, bytes) && !within(NOT_ROUTED, bytes);
    }

    private static boolean within(List<String> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> AddressRange.contains(range, address));
    }
}
