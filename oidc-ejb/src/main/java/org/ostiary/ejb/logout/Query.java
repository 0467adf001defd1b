package org.ostiary.ejb.logout;

import java.util.Map;
import org.ostiary.ejb.protocol.FormEncoding;

/** Adds parameters to an address that a client registered, and changes nothing of it. */
final class Query {

    private Query() {}

    /** The address with the parameters after those that it may have; exactly as registered without any. */
    static String added(String address, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return address;
        }
        return address + (address.indexOf('?') < 0 ? "?" : "&") + FormEncoding.encode(parameters);
    }
}
