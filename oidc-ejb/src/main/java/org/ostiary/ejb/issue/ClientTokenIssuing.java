package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.ClientAccessToken;
import org.ostiary.persistence.grant.ClientAccessTokens;

/** Makes access tokens for clients that act for themselves (RFC 6749, section 4.4). */
@ApplicationScoped
public class ClientTokenIssuing {

    @Inject
    ClientAccessTokens tokens;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    TokenLifetimes lifetimes;

    /** A new token of the client with these scopes, for these resource servers. */
    public IssuedAccessToken issue(RegisteredClient client, Set<String> scopes, Set<String> audience, Instant now) {
        Duration lifetime = lifetimes.accessToken(client, GrantType.CLIENT_CREDENTIALS.value());
        String token = random.handle(AccessTokenIssuing.PREFIX);
        tokens.add(new ClientAccessToken(
                hashes.hash(token), client.clientId(), scopes, audience, now, now.plus(lifetime)));
        return new IssuedAccessToken(token, lifetime);
    }
}
