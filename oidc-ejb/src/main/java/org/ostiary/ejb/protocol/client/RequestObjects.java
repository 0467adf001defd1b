package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a client may hand over its authorization request (RFC 9101; RFC 9126).
 *
 * @param requirePushed whether only pushed requests are accepted (RFC 9126, section 6)
 * @param requireSigned whether only request objects are accepted (RFC 9101, section 10.5)
 * @param algorithm the only algorithm of its request objects; null lets it use any asymmetric one, but not none
 * @param requestUris the addresses of request objects it registered (OIDC Core 1.0, section 6.2)
 */
public record RequestObjects(
        boolean requirePushed,
        boolean requireSigned,
        @Nullable JwsAlgorithm algorithm,
        Set<String> requestUris) {
    /** Every algorithm that a client may register for its request objects. */
    public static final List<JwsAlgorithm> ALGORITHMS = Stream.concat(
                    JwsAlgorithm.SIGNING.stream(), Stream.of(JwsAlgorithm.NONE))
            .toList();

    /** Of a client that sends its parameters as they are. */
    public static final RequestObjects STANDARD = new RequestObjects(false, false, null, Set.of());

    public RequestObjects {
        requestUris = Collections.unmodifiableSet(new LinkedHashSet<>(requestUris));
    }
}
