package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.Grant;

/** Makes opaque access tokens: random, stored as a hash, worth something only while their grant is. */
@ApplicationScoped
public class AccessTokenIssuing {

    static final String PREFIX = "ost_at_";

    @Inject
    AccessTokens tokens;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    /** A new token, which never outlives the login session that its grant hangs on. */
    public IssuedAccessToken issue(AccessTokenRequest request) {
        Instant now = request.now();
        Grant grant = request.standing().grant();
        String token = random.handle(PREFIX);
        Instant wanted = now.plus(request.lifetime());
        Instant expiresAt =
                grant.offline() ? wanted : request.standing().session().capped(wanted);
        tokens.add(
                new AccessToken(hashes.hash(token), grant.id(), request.scopes(), request.audience(), now, expiresAt));
        return new IssuedAccessToken(token, Duration.between(now, expiresAt));
    }
}
