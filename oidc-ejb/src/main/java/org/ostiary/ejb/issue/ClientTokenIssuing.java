package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
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
    JwtAccessTokens jwts;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    TokenLifetimes lifetimes;

    /** A new token of the client with these scopes, for these resource servers. */
    public IssuedAccessToken issue(RegisteredClient client, Set<String> scopes, Set<String> audience, Instant now) {
        Duration lifetime = lifetimes.accessToken(client, GrantType.CLIENT_CREDENTIALS.value());
        Instant expiresAt = now.plus(lifetime);
        JwsAlgorithm algorithm = client.signed().accessToken();
        String token = algorithm == null
                ? random.handle(AccessTokenIssuing.PREFIX)
                : jwts.sign(client, algorithm, client.clientId(), scopes, audience, now, expiresAt, Map.of());
        tokens.add(new ClientAccessToken(hashes.hash(token), client.clientId(), scopes, audience, now, expiresAt));
        return new IssuedAccessToken(token, lifetime);
    }
}
