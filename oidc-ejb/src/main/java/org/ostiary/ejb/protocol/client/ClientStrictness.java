package org.ostiary.ejb.protocol.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a client is judged otherwise than the server's settings say.
 *
 * @param strictScopes whether unknown scopes refuse a request instead of being ignored
 * @param minimumParameterEntropy the shortest {@code state} or {@code nonce} of a request without S256, in characters; -1 for
 *     no minimum; null for the server's setting
 * @param challengeMethod the only PKCE method of the client, which then must use one; null for those of the server
 * @param debugUntil until when refusals tell this client's developers more; null for never
 */
public record ClientStrictness(
        boolean strictScopes,
        @Nullable Integer minimumParameterEntropy,
        @Nullable String challengeMethod,
        @Nullable Instant debugUntil) {
    /** No difference. */
    public static final ClientStrictness STANDARD = new ClientStrictness(false, null, null, null);
}
