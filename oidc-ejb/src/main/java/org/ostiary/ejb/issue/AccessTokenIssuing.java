package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.Grant;

/** Makes opaque access tokens: random, stored as a hash, worth something only while their grant is. */
@ApplicationScoped
public class AccessTokenIssuing {

    private static final String PREFIX = "ost_at_";

    @Inject
    AccessTokens tokens;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    /** A new token with all scopes of the grant. */
    public String issue(Grant grant, Instant now) {
        String token = random.handle(PREFIX);
        tokens.add(new AccessToken(
                hashes.hash(token),
                grant.id(),
                grant.scopes(),
                now,
                now.plus(config.lifespans().accessToken())));
        return token;
    }
}
