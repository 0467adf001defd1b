package org.ostiary.ejb.hint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Optional<String> subject(@Nullable String hint, String clientId) {
        if (hint == null) {
            return Optional.empty();
        }
        IdTokenHint read = read(hint);
        if (!read.audience().contains(clientId)) {
            throw refuse("id-token-hint-audience", "must be one that was issued to this client");
        }
        return Optional.of(read.subject());
    }

    /**
     * What an ID token says, whoever it was issued to.
     *
     * @throws OAuthException invalid_request for what is no ID token that this provider issued
     */
    public IdTokenHint read(String hint) {
        JsonObject claims = verifier.verify(hint, Set.copyOf(JwsAlgorithm.SIGNING), keys.verifyingKeySet())
                .filter(IdTokenHints::isIdToken)
                .flatMap(jwt -> BoundedJson.read(jwt.claims()))
                .filter(read -> read.containsKey("iat") && read.containsKey("exp"))
                .orElseThrow(() -> refuse("id-token-hint-signed", "must be an ID token that was issued here"));
        if (!config.issuer().value().equals(text(claims.get("iss")))) {
            throw refuse("id-token-hint-issuer", "must be of this issuer");
        }
        Stream<@Nullable String> audience = claims.get("aud") instanceof JsonArray several
                ? several.stream().map(IdTokenHints::text)
                : Stream.of(claims.get("aud")).map(IdTokenHints::text);
        return new IdTokenHint(
                claims.getString("sub", ""),
                claims.getString("sid", ""),
                audience.filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()));
    }

    /** Other tokens that the same keys sign say so. */
    private static boolean isIdToken(VerifiedJwt jwt) {
        return jwt.type() == null || jwt.type().equalsIgnoreCase("JWT");
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : null;
    }

    private static OAuthException refuse(String rule, String what) {
        return new OAuthException(OAuthErrorCode.INVALID_REQUEST, new Rule(rule, SECTION), "The id_token_hint " + what);
    }
}
