package org.ostiary.ejb.protocol.pkce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An S256 code challenge (RFC 7636, section 4.2).
 *
 * @param value the base64url text of 32 bytes, 43 characters
 */
public record CodeChallenge(String value) {

    /** The only method: with {@code plain} a stolen request would be enough (RFC 9700, section 2.1.1). */
    public static final String METHOD = "S256";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Whether a text has the shape of an S256 challenge. */
    public static boolean wellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** Whether the verifier is the one this challenge was made from (RFC 7636, section 4.6). */
    public boolean fits(CodeVerifier verifier) {
        byte[] digest = sha256().digest(verifier.value().getBytes(StandardCharsets.US_ASCII));
        byte[] expected = Base64.getUrlEncoder().withoutPadding().encode(digest);
        return MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
