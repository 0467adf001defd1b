package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.RefreshToken;
import org.ostiary.persistence.grant.RefreshTokens;

/**
 * Makes refresh tokens. The first of a grant is random; a successor is derived from its parent under a key of the server, so
 * that a client that did not get an answer can be given the same one again, although only hashes are stored.
 */
@ApplicationScoped
public class RefreshTokenIssuing {

    /** What every refresh token begins with, so that secret scanners can recognise it. */
    public static final String PREFIX = "ost_rt_";

    @Inject
    RefreshTokens tokens;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    TokenLifetimes lifetimes;

    @Inject
    ProviderConfig config;

    /** The first token of the grant; null for a client that is not registered for refresh tokens. */
    public @Nullable String first(Grant grant, RegisteredClient client, Instant now) {
        if (!client.grantTypes().contains(GrantType.REFRESH_TOKEN.value())) {
            return null;
        }
        Duration absolute = config.lifespans().refresh().absolute();
        String token = random.handle(PREFIX);
        tokens.add(new RefreshToken(
                hashes.hash(token),
                grant.id(),
                now,
                now.plus(lifetimes.refreshToken(client, GrantType.AUTHORIZATION_CODE.value())),
                absolute.isZero() ? null : now.plus(absolute)));
        return token;
    }

    /** Stores the successor of a token that was just spent. */
    public String succeed(String spent, RefreshToken parent, RegisteredClient client, Instant now) {
        String token = successor(spent, client);
        tokens.add(new RefreshToken(
                hashes.hash(token),
                parent.grantId(),
                now,
                now.plus(lifetimes.refreshToken(client, GrantType.REFRESH_TOKEN.value())),
                parent.familyExpiresAt()));
        return token;
    }

    /** The successor of a token, whether it is stored or not. */
    public String successor(String spent, RegisteredClient client) {
        return PREFIX + hashes.successor(client.clientId() + "\n" + spent);
    }
}
