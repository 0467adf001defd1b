package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.EdDsaAlgorithm;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Verifies JSON Web Tokens that others signed (RFC 7519, section 7.2; RFC 8725). The algorithm must be one that the caller
 * expects, the key one of the set that the caller gives; what the token says of both only chooses among them.
 */
@ApplicationScoped
public class JwtVerifier {
    private static final int LONGEST = 64 * 1024;
    /** Three parts and nothing else: no JSON serialisation, no detached payload, no encryption (RFC 7515, section 7.1). */
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private static final int MOST_TRIES = 5;

    static {
        // The library knows it by its older name only.
        EdDsaAlgorithm ed25519 = new EdDsaAlgorithm();
        ed25519.setAlgorithmIdentifier("Ed25519");
        AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().registerAlgorithm(ed25519);
    }

    /** The token, when one of the keys verifies it by one of the algorithms; {@link JwsAlgorithm#NONE} is never one. */
    public Optional<VerifiedJwt> verify(String jwt, Collection<JwsAlgorithm> allowed, String jwkSet) {
        return signature(jwt, allowed).flatMap(signature -> {
            List<Key> keys = JwkSets.candidates(jwkSet, kid(signature), signature.getAlgorithmHeaderValue());
            return keys.stream()
                    .limit(MOST_TRIES)
                    .filter(key -> verifies(signature, key))
                    .findFirst()
                    .flatMap(key -> verified(signature));
        });
    }

    /** The token, when the secret verifies it by HS256. */
    public Optional<VerifiedJwt> verifyHmac(String jwt, String secret) {
        return signature(jwt, List.of(JwsAlgorithm.HS256))
                .filter(signature -> verifies(signature, new HmacKey(secret.getBytes(StandardCharsets.UTF_8))))
                .flatMap(JwtVerifier::verified);
    }

    /** What an unsigned token says, for clients that registered {@link JwsAlgorithm#NONE}; its signature part is empty. */
    public Optional<VerifiedJwt> readUnsigned(String jwt) {
        return parsed(jwt)
                .filter(signature -> "none".equals(signature.getAlgorithmHeaderValue()))
                .filter(signature -> jwt.endsWith("."))
                .flatMap(JwtVerifier::unverified);
    }

    /** Whether the set has no key of the name that the token gives, and a newer set might. */
    public boolean namesUnknownKey(String jwt, String jwkSet) {
        return parsed(jwt)
                .map(signature ->
                        JwkSets.candidates(jwkSet, kid(signature), String.valueOf(signature.getAlgorithmHeaderValue())))
                .map(List::isEmpty)
                .orElse(false);
    }

    private static Optional<JsonWebSignature> signature(String jwt, Collection<JwsAlgorithm> allowed) {
        String[] names = allowed.stream()
                .filter(algorithm -> algorithm != JwsAlgorithm.NONE)
                .flatMap(algorithm -> algorithm.names().stream())
                .toArray(String[]::new);
        return parsed(jwt)
                .filter(signature -> List.of(names).contains(signature.getAlgorithmHeaderValue()))
                .map(signature -> {
                    signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, names));
                    return signature;
                });
    }

    private static Optional<JsonWebSignature> parsed(String jwt) {
        if (jwt.length() > LONGEST || !COMPACT.matcher(jwt).matches()) {
            return Optional.empty();
        }
        JsonWebSignature signature = new JsonWebSignature();
        try {
            signature.setCompactSerialization(jwt);
            boolean extended = signature.getHeaders().getObjectHeaderValue("crit") != null
                    || signature.getHeaders().getObjectHeaderValue("b64") != null;
            boolean named = signature.getHeaders().getObjectHeaderValue("alg") != null;
            return named && !extended && textual(signature) ? Optional.of(signature) : Optional.empty();
        } catch (JoseException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Headers that are looked at must be texts, or absent. */
    private static boolean textual(JsonWebSignature signature) {
        return List.of("alg", "kid", "typ").stream()
                .map(name -> signature.getHeaders().getObjectHeaderValue(name))
                .allMatch(value -> value == null || value instanceof String);
    }

    private static boolean verifies(JsonWebSignature signature, Key key) {
        try {
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException | RuntimeException unusable) {
            return false;
        }
    }

    private static Optional<VerifiedJwt> verified(JsonWebSignature signature) {
        try {
            return bounded(signature, signature.getPayload());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static Optional<VerifiedJwt> unverified(JsonWebSignature signature) {
        return bounded(signature, signature.getUnverifiedPayload());
    }

    private static Optional<VerifiedJwt> bounded(JsonWebSignature signature, String payload) {
        return Optional.of(payload)
                .filter(BoundedJson::isObject)
                .map(claims -> new VerifiedJwt(signature.getHeader("typ"), claims));
    }

    private static @Nullable String kid(JsonWebSignature signature) {
        return signature.getKeyIdHeaderValue();
    }
}
