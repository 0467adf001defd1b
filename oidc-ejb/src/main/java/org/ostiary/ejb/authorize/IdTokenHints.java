package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.KeyRing;
import org.ostiary.ejb.keys.VerifiedJwt;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Reads the {@code id_token_hint} of a request (OIDC Core 1.0, section 3.1.2.1). It says whom the client means and proves
 * nothing, so one that expired, or whose key signs no more, is as good as a new one.
 */
@ApplicationScoped
public class IdTokenHints {

    private static final String SECTION = "OIDC Core 1.0, section 3.1.2.1";

    @Inject
    JwtVerifier verifier;

    @Inject
    KeyRing keys;

    @Inject
    ProviderConfig config;

    /**
     * The subject that the client means; empty without a hint.
     *
     * @throws OAuthException invalid_request for what is no ID token that this provider issued to this client
     */
    Optional<String> subject(@Nullable String hint, String clientId) {
        if (hint == null) {
            return Optional.empty();
        }
        JsonObject claims = verifier.verify(hint, Set.copyOf(JwsAlgorithm.SIGNING), keys.verifyingKeySet())
                .filter(IdTokenHints::isIdToken)
                .flatMap(jwt -> BoundedJson.read(jwt.claims()))
                .filter(read -> read.containsKey("iat") && read.containsKey("exp"))
                .orElseThrow(() -> refuse("id-token-hint-signed", "must be an ID token that was issued here"));
        if (!is(claims.get("iss"), config.issuer().value())) {
            throw refuse("id-token-hint-issuer", "must be of this issuer");
        }
        JsonValue audience = claims.get("aud");
        boolean ours = audience instanceof JsonArray several
                ? several.stream().anyMatch(each -> is(each, clientId))
                : is(audience, clientId);
        if (!ours) {
            throw refuse("id-token-hint-audience", "must be one that was issued to this client");
        }
        return Optional.of(claims.getString("sub", ""));
    }

    /** Other tokens that the same keys sign say so. */
    private static boolean isIdToken(VerifiedJwt jwt) {
        return jwt.type() == null || jwt.type().equalsIgnoreCase("JWT");
    }

    private static boolean is(@Nullable JsonValue value, String text) {
        return value instanceof JsonString string && string.getString().equals(text);
    }

    private static OAuthException refuse(String rule, String what) {
        return new OAuthException(OAuthErrorCode.INVALID_REQUEST, new Rule(rule, SECTION), "The id_token_hint " + what);
    }
}
