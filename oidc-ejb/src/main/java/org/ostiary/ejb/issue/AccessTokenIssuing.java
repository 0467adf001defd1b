package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.GrantStanding;

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

    /** A new token with these scopes, which never outlives the login session it hangs on. */
    public IssuedAccessToken issue(GrantStanding standing, Set<String> scopes, Instant now) {
        String token = random.handle(PREFIX);
        Instant expiresAt =
                standing.session().capped(now.plus(config.lifespans().accessToken()));
        tokens.add(new AccessToken(hashes.hash(token), standing.grant().id(), scopes, Set.of(), now, expiresAt));
        return new IssuedAccessToken(token, Duration.between(now, expiresAt));
    }
}
