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
import org.ostiary.persistence.grant.CodeStanding;
import org.ostiary.persistence.grant.Grant;

/** Makes ID tokens (OIDC Core 1.0, sections 2 and 3.1.3.6). */
@ApplicationScoped
public class IdTokens {

    @Inject
    JwtSigner signer;

    @Inject
    ProviderConfig config;

    /** The signed token for the redemption of a code, given with {@code accessToken} and about {@code sub}. */
    public String issue(CodeStanding redeemed, String sub, String accessToken, Instant now) {
        Grant grant = redeemed.standing().grant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", config.issuer().value());
        claims.put("sub", sub);
        claims.put("aud", grant.clientId());
        claims.put("exp", now.plus(config.lifespans().idToken()).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("auth_time", grant.authTime().getEpochSecond());
        if (redeemed.code().nonce() != null) {
            claims.put("nonce", redeemed.code().nonce());
        }
        claims.put("at_hash", leftHalfOfHash(accessToken));
        claims.put("amr", grant.amr());
        claims.put("acr", AuthenticationContext.of(grant.amr()));
        claims.put("azp", grant.clientId());
        return signer.sign(JsonText.object(claims));
    }

    /** The left half of the SHA-256 digest, because the signature algorithm ends in 256 (OIDC Core 1.0, section 3.1.3.6). */
    private static String leftHalfOfHash(String accessToken) {
        byte[] digest = Sha256.of(accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
