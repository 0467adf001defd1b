package org.ostiary.ejb.keys;

import java.math.BigInteger;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** The JWK Sets of clients (RFC 7517, section 5): which may be registered, and which of their keys may verify a signature. */
public final class JwkSets {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_KEYS = 20;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private JwkSets() {}

    /** What would be right, or empty when the set may be registered. */
    public static Optional<String> refusal(String jwkSet) {
        if (jwkSet.length() > LONGEST) {
            return Optional.of("must not be longer than " + LONGEST + " characters");
        }
        List<Map<String, Object>> keys = keys(jwkSet);
        if (keys.isEmpty()) {
            return Optional.of("must be a JWK Set with at least one key, like {\"keys\":[{\"kty\":\"EC\",...}]}");
        }
        if (keys.size() > MOST_KEYS) {
            return Optional.of("must not have more than " + MOST_KEYS + " keys");
        }
        return keys.stream().flatMap(key -> refusal(key).stream()).findFirst();
    }

    private static Optional<String> refusal(Map<String, Object> jwk) {
        if (PRIVATE_MEMBERS.stream().anyMatch(jwk::containsKey)) {
            return Optional.of("must hold public keys only: a member like d or k is the secret part");
        }
        return publicKey(jwk)
                .map(JwkSets::refusalOfStrength)
                .orElse(Optional.of(
                        "must hold keys of the types RSA, EC (P-256, P-384) and OKP (Ed25519), each complete"));
    }

    private static Optional<String> refusalOfStrength(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            boolean strong = bits >= LEAST_RSA_BITS
                    && bits <= MOST_RSA_BITS
                    && rsa.getPublicExponent().compareTo(LEAST_EXPONENT) >= 0
                    && rsa.getPublicExponent().testBit(0)
                    && rsa.getPublicExponent().bitLength() <= 64;
            return strong
                    ? Optional.empty()
                    : Optional.of("must hold RSA keys of 2048 to 8192 bits with an odd exponent from 3 on");
        }
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits == 256 || bits == 384
                    ? Optional.empty()
                    : Optional.of("must hold EC keys on the curves P-256 and P-384 only");
        }
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519")
                ? Optional.empty()
                : Optional.of("must hold keys of the types RSA, EC and OKP (Ed25519) only");
    }

    /**
     * The keys of a set that may verify a signature of the algorithm: those of the name, or without a name all that fit.
     *
     * @param kid what the token calls its key; null when it does not say
     */
    static List<Key> candidates(String jwkSet, @Nullable String kid, String algorithm) {
        return keys(jwkSet).stream()
                .filter(jwk -> kid == null || kid.equals(jwk.get("kid")))
                .filter(jwk -> jwk.getOrDefault("use", "sig").equals("sig"))
                .filter(jwk -> sameAlgorithm(jwk.getOrDefault("alg", algorithm), algorithm))
                .flatMap(jwk -> publicKey(jwk).stream())
                .filter(key -> fits(key, algorithm) && refusalOfStrength(key).isEmpty())
                .map(Key.class::cast)
                .toList();
    }

    private static boolean sameAlgorithm(Object ofKey, String ofToken) {
        return ofKey.equals(ofToken) || JwsAlgorithm.EDDSA.names().containsAll(List.of(ofKey, ofToken));
    }

    private static boolean fits(PublicKey key, String algorithm) {
        return switch (algorithm) {
            case "RS256", "PS256" -> key instanceof RSAPublicKey;
            case "ES256" ->
                key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == 256;
            case "ES384" ->
                key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == 384;
            case "EdDSA", "Ed25519" -> key instanceof EdECPublicKey;
            default -> false;
        };
    }

    private static Optional<PublicKey> publicKey(Map<String, Object> jwk) {
        try {
            return JsonWebKey.Factory.newJwk(jwk) instanceof PublicJsonWebKey pair
                    ? Optional.ofNullable(pair.getPublicKey())
                    : Optional.empty();
        } catch (JoseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty for what is no JWK Set. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> keys(String jwkSet) {
        if (!BoundedJson.isObject(jwkSet)) {
            return List.of();
        }
        try {
            Object keys = JsonUtil.parseJson(jwkSet).get("keys");
            return keys instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)
                    ? list.stream()
                            .filter(Objects::nonNull)
                            .map(each -> (Map<String, Object>) each)
                            .toList()
                    : List.of();
        } catch (JoseException e) {
            return List.of();
        }
    }
}
