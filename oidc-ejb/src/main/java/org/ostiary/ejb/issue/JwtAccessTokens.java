package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;

/** Makes access tokens that a resource server can read by itself (RFC 9068). They are stored and revoked like opaque ones. */
@ApplicationScoped
public class JwtAccessTokens {
    /** What their header says they are (RFC 9068, section 2.1). */
    public static final String TYPE = "at+jwt";

    @Inject
    JwtSigner signer;

    @Inject
    SecureTokens random;

    @Inject
    ProviderConfig config;

    /**
     * A signed token (RFC 9068, section 2.2).
     *
     * @param sub the person as the client knows it, or the client itself
     * @param audience none stands for this provider
     * @param more further claims, which never replace those of the specification
     */
    String sign(
            RegisteredClient client,
            JwsAlgorithm algorithm,
            String sub,
            Set<String> scopes,
            Set<String> audience,
            Instant now,
            Instant expiresAt,
            Map<String, Object> more) {
        return signer.sign(
                algorithm, TYPE, JsonText.object(claims(client, sub, scopes, audience, now, expiresAt, more)));
    }

    /** All that such a token says. */
    Map<String, Object> claims(
            RegisteredClient client,
            String sub,
            Set<String> scopes,
            Set<String> audience,
            Instant now,
            Instant expiresAt,
            Map<String, Object> more) {
        Map<String, Object> claims = new LinkedHashMap<>(more);
        claims.put("iss", config.issuer().value());
        claims.put("sub", sub);
        claims.put("aud", audience.isEmpty() ? config.issuer().value() : single(audience));
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", random.uuid());
        claims.put("client_id", client.clientId());
        claims.put("scope", Scopes.format(scopes));
        return claims;
    }

    private static Object single(Set<String> audience) {
        return audience.size() == 1 ? audience.iterator().next() : audience;
    }
}
