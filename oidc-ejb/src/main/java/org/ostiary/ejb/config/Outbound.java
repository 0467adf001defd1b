package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server may call when a client named the address.
 *
 * @param allowedAddresses addresses or CIDR blocks that may be reached although they are not public
 * @param trustFile certificates in PEM that are trusted besides the platform's; null for none
 */
public record Outbound(
        List<String> allowedAddresses, @Nullable Path trustFile) {

    public Outbound {
        allowedAddresses = List.copyOf(allowedAddresses);
    }
}
