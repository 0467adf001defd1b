package org.ostiary.ejb.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** The values of {@code at_hash} and {@code c_hash} (OIDC Core 1.0, section 3.3.2.11). */
final class LeftHalf {

    private LeftHalf() {}

    /** The left half of the digest that belongs to the algorithm of the ID token's signature. */
    static String of(String value, JwsAlgorithm algorithm) {
        byte[] digest = digest(algorithm).digest(value.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    private static MessageDigest digest(JwsAlgorithm algorithm) {
        String name = switch (algorithm) {
            case RS256, PS256, ES256, HS256, NONE -> "SHA-256";
            case ES384 -> "SHA-384";
            // Ed25519 signs by SHA-512 (RFC 8032, section 5.1).
            case EDDSA -> "SHA-512";
        };
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + name, e);
        }
    }
}
