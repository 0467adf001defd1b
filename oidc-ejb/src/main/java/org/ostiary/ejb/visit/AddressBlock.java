package org.ostiary.ejb.visit;

import java.util.Arrays;
import java.util.HexFormat;
import org.ostiary.ejb.protocol.AddressRange;

/** Whom one address stands for where callers are counted: itself, or with IPv6 the /64 that one site has to itself. */
public final class AddressBlock {

    private static final int SITE_BYTES = 8;

    private AddressBlock() {}

    /** A text that all addresses of the block share, and no other. */
    public static String of(String ip) {
        byte[] bytes = AddressRange.bytes(ip);
        if (bytes.length == 0) {
            return ip;
        }
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SITE_BYTES)));
    }
}
