package org.ostiary.ejb.protocol;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An IP address, or a block of them in CIDR notation; never a name, so that reading it asks no name server. */
public final class AddressRange {
    private static final String RIGHT = "must be an IP address or a block like 10.0.0.0/8 or fd00::/8, not a name";
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+");

    private static final Pattern ZERO_GROUPS = Pattern.compile("\\b0(:0)+\\b");

    private AddressRange() {}

    /** What would be right, or empty when the text may be used. */
    public static Optional<String> refusal(String text) {
        String[] parts = text.split("/", -1);
        int bits = bits(parts[0]);
        if (bits == 0 || parts.length > 2) {
            return Optional.of(RIGHT);
        }
        return parts.length == 1 ? Optional.empty() : refuseLength(parts[1], bits);
    }

    private static Optional<String> refuseLength(String length, int bits) {
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
            return Optional.of("must have a prefix length from 1 to " + bits + " after the slash");
        }
        return Integer.parseInt(length) == 0
                ? Optional.of("must not be every address: anybody could then say where a request comes from")
                : Optional.empty();
    }

    /** 32, 128, or 0 for what is no address. */
    private static int bits(String address) {
        if (IPV4.matcher(address).matches()) {
            return 32;
        }
        return IPV6_CHARACTERS.matcher(address).matches() && readable(address) ? 128 : 0;
    }

    private static boolean readable(String address) {
        try {
            InetAddress.getByName(address);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Whether an address belongs to a range that {@link #refusal} has nothing against.
     *
     * @param address four or sixteen bytes
     */
    public static boolean contains(String range, byte[] address) {
        String[] parts = range.split("/", 2);
        byte[] network = bytes(parts[0]);
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * Byte.SIZE;
        if (network.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((network[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is an address, and not a name or a block. */
    public static boolean isAddress(String text) {
        return bits(text) != 0;
    }

    /** The bytes of an address; none for a text that is none. Never asks a name server. */
    public static byte[] bytes(String address) {
        if (bits(address) == 0) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return new byte[0];
        }
    }

    /** The one spelling of an address (RFC 5952, section 4), so that equal ones are equal texts; any other text as it is. */
    public static String canonical(String address) {
        byte[] bytes = bytes(address);
        return switch (bytes.length) {
            case 4 ->
                IntStream.range(0, 4)
                        .mapToObj(each -> String.valueOf(Byte.toUnsignedInt(bytes[each])))
                        .collect(Collectors.joining("."));
            case 16 -> shortened(ByteBuffer.wrap(bytes).asShortBuffer());
            default -> address;
        };
    }

    /** The first of the longest runs of groups that are zero becomes two colons. */
    private static String shortened(ShortBuffer groups) {
        String all = IntStream.range(0, groups.limit())
                .mapToObj(each -> Integer.toHexString(Short.toUnsignedInt(groups.get(each))))
                .collect(Collectors.joining(":"));
        return ZERO_GROUPS
                .matcher(all)
                .results()
                .reduce((first, next) -> next.group().length() > first.group().length() ? next : first)
                .map(longest -> all.substring(0, longest.start()) + "::" + all.substring(longest.end()))
                .orElse(all)
                .replaceAll(":{3,}", "::");
    }
}
