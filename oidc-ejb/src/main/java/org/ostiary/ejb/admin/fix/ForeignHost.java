package org.ostiary.ejb.admin.fix;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Anybody can be refused with any address, and hope that an administrator registers it (RFC 9700, section 4.1). */
final class ForeignHost {

    private ForeignHost() {}

    /** What to think of first, where no registered address has the scheme and host of this one; else nothing. */
    static List<String> warning(String address, Set<String> registered) {
        String origin = origin(address);
        return registered.stream().anyMatch(each -> origin(each).equals(origin))
                ? List.of()
                : List.of("No address of the client begins with " + origin
                        + ": whoever made the request chose it, and would" + " get what the client gets");
    }

    private static String origin(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() + "://" + Objects.requireNonNullElse(uri.getRawAuthority(), "");
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
