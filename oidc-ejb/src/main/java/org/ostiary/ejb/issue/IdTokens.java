package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.persistence.grant.Grant;

/** Makes ID tokens (OIDC Core 1.0, sections 2 and 3.1.3.6). */
@ApplicationScoped
public class IdTokens {

    @Inject
    JwtSigner signer;

    @Inject
    ProviderConfig config;

    /** The signed token. */
    public String issue(IdTokenRequest request) {
        Grant grant = request.standing().grant();
        Instant now = request.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", config.issuer().value());
        claims.put("sub", request.sub());
        claims.put("aud", grant.clientId());
        claims.put("exp", now.plus(request.lifetime()).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("auth_time", grant.authTime().getEpochSecond());
        claims.put("sid", grant.sessionId());
        if (request.nonce() != null) {
            claims.put("nonce", request.nonce());
        }
        if (request.accessToken() != null) {
            claims.put("at_hash", leftHalfOfHash(request.accessToken()));
        }
        claims.put("amr", grant.amr());
        claims.put("acr", AuthenticationContext.of(grant.amr()));
        claims.put("azp", grant.clientId());
        return signer.sign(request.client().signed().idToken(), null, JsonText.object(claims));
    }

    /** The left half of the SHA-256 digest, because the signature algorithm ends in 256 (OIDC Core 1.0, section 3.1.3.6). */
    private static String leftHalfOfHash(String accessToken) {
        byte[] digest = Sha256.of(accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
