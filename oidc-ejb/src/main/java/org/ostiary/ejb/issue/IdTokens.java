package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.claims.ClaimsAssembly;
import org.ostiary.ejb.claims.ClaimsRequest;
import org.ostiary.ejb.claims.RequestedClaim;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.client.IdTokenAudience;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.persistence.grant.Grant;

/** Makes ID tokens (OIDC Core 1.0, sections 2 and 3.1.3.6). */
@ApplicationScoped
public class IdTokens {

    @Inject
    JwtSigner signer;

    @Inject
    ClaimsAssembly assembly;

    @Inject
    ProviderConfig config;

    /** The signed token. */
    public String issue(IdTokenRequest request) {
        return signer.sign(request.client().signed().idToken(), null, JsonText.object(claims(request)));
    }

    /** All that the token says. */
    public Map<String, Object> claims(IdTokenRequest request) {
        Grant grant = request.standing().grant();
        JwsAlgorithm algorithm = request.client().signed().idToken();
        Instant now = request.now();
        ClaimsRequest granted = assembly.granted(grant);
        // First, so that nothing about the person can stand for what the protocol says.
        Map<String, Object> claims = new LinkedHashMap<>(assembly.ofIdToken(
                request.standing().account(),
                request.scopes(),
                request.client(),
                granted,
                request.accessToken() != null || request.code() != null));
        claims.put("iss", config.issuer().value());
        claims.put("sub", request.sub());
        claims.put("aud", audience(request));
        claims.put("exp", now.plus(request.lifetime()).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("auth_time", grant.authTime().getEpochSecond());
        claims.put("sid", grant.sessionId());
        if (request.nonce() != null) {
            claims.put("nonce", request.nonce());
        }
        if (request.accessToken() != null) {
            claims.put("at_hash", LeftHalf.of(request.accessToken(), algorithm));
        }
        if (request.code() != null) {
            claims.put("c_hash", LeftHalf.of(request.code(), algorithm));
        }
        claims.put("amr", grant.amr());
        claims.put("acr", acr(grant, granted.idToken().get("acr")));
        claims.put("azp", grant.clientId());
        return claims;
    }

    /** The strongest that was reached, but one of those that are essential. */
    private static String acr(Grant grant, @Nullable RequestedClaim asked) {
        return asked == null || !asked.essential()
                ? AuthenticationContext.of(grant.amr())
                : AuthenticationContext.of(grant.amr(), asked::acceptsText);
    }

    /** The client; and, where its claims policy says so, whom its access tokens are for. */
    private static Object audience(IdTokenRequest request) {
        Grant grant = request.standing().grant();
        if (request.client().claims().audience() == IdTokenAudience.SPECIFICATION
                || grant.audience().isEmpty()) {
            return grant.clientId();
        }
        Set<String> audience = new LinkedHashSet<>();
        audience.add(grant.clientId());
        audience.addAll(grant.audience());
        return audience;
    }
}
