package org.ostiary.ejb.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.grant.GrantStanding;

/**
 * What an ID token is to say.
 *
 * @param sub what the client knows the account by
 * @param scopes what the grant still allows
 * @param nonce the one of the authorization request; null for none, and at a refresh
 * @param accessToken the access token it is given with; null for none
 * @param code the authorization code it is given with, in the front channel; null elsewhere
 */
public record IdTokenRequest(
        GrantStanding standing,
        RegisteredClient client,
        String sub,
        Set<String> scopes,
        @Nullable String nonce,
        @Nullable String accessToken,
        @Nullable String code,
        Instant now,
        Duration lifetime) {
    /** Without what must not stand in a log. */
    @Override
    public String toString() {
        return "IdTokenRequest[client=" + client.clientId() + "]";
    }
}
