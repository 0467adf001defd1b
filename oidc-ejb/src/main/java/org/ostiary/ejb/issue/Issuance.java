package org.ostiary.ejb.issue;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.persistence.grant.GrantStanding;

/**
 * What a client is to get for a grant.
 *
 * @param sub what the client knows the account by
 * @param scopes no more than the grant still allows
 * @param audience the resource servers that the access token is for
 * @param grantType what the client brought
 * @param nonce the one of the authorization request; null for none, and at a refresh
 * @param refreshToken made already; null when the client gets none
 */
public record Issuance(
        GrantStanding standing,
        RegisteredClient client,
        String sub,
        Set<String> scopes,
        Set<String> audience,
        GrantType grantType,
        @Nullable String nonce,
        @Nullable String refreshToken,
        Instant now) {
    /** Without what must not stand in a log. */
    @Override
    public String toString() {
        return "Issuance[client=" + client.clientId() + "]";
    }
}
