package org.ostiary.ejb.client;

import org.ostiary.ejb.visit.AddressBlock;

/**
 * Who is counted: a client, as it calls itself, at one address, or with IPv6 at the addresses of one site. So nobody elsewhere
 * can use up what a client may do.
 */
record Caller(String clientId, String address) {

    private static final int LONGEST_CLIENT_ID = 100;

    static Caller of(String clientId, String ip) {
        String clipped = clientId.length() <= LONGEST_CLIENT_ID ? clientId : clientId.substring(0, LONGEST_CLIENT_ID);
        return new Caller(clipped, AddressBlock.of(ip));
    }
}
