package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.claims.ClaimsAssembly;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.Grant;

/** Makes access tokens: opaque, or signed where the client registered it; stored as a hash, worth something only while their grant is. */
@ApplicationScoped
public class AccessTokenIssuing {

    static final String PREFIX = "ost_at_";

    @Inject
    AccessTokens tokens;

    @Inject
    JwtAccessTokens jwts;

    @Inject
    ClaimsAssembly claims;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    /** A new token, which never outlives the login session that its grant hangs on. */
    public IssuedAccessToken issue(AccessTokenRequest request) {
        Instant now = request.now();
        Grant grant = request.standing().grant();
        Instant expiresAt = end(request);
        String token = token(request, expiresAt);
        tokens.add(
                new AccessToken(hashes.hash(token), grant.id(), request.scopes(), request.audience(), now, expiresAt));
        return new IssuedAccessToken(token, Duration.between(now, expiresAt));
    }

    /** When the token ends. */
    public Instant end(AccessTokenRequest request) {
        Instant wanted = request.now().plus(request.lifetime());
        return request.standing().grant().offline()
                ? wanted
                : request.standing().session().capped(wanted);
    }

    /** All that a signed token says; empty where the client gets opaque ones. */
    public Map<String, Object> claims(AccessTokenRequest request) {
        return request.client().signed().accessToken() == null
                ? Map.of()
                : jwts.claims(
                        request.client(),
                        request.sub(),
                        request.scopes(),
                        request.audience(),
                        request.now(),
                        end(request),
                        more(request));
    }

    private String token(AccessTokenRequest request, Instant expiresAt) {
        JwsAlgorithm algorithm = request.client().signed().accessToken();
        if (algorithm == null) {
            return random.handle(PREFIX);
        }
        return jwts.sign(
                request.client(),
                algorithm,
                request.sub(),
                request.scopes(),
                request.audience(),
                request.now(),
                expiresAt,
                more(request));
    }

    /** What the token says about the person. */
    private Map<String, Object> more(AccessTokenRequest request) {
        Grant grant = request.standing().grant();
        Map<String, Object> more = new LinkedHashMap<>(claims.ofAccessToken(
                request.standing().account(), request.scopes(), request.client().claims()));
        more.put("auth_time", grant.authTime().getEpochSecond());
        more.put("acr", AuthenticationContext.of(grant.amr()));
        more.put("amr", grant.amr());
        return more;
    }
}
