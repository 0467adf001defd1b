package org.ostiary.ejb.protocol.pkce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.ostiary.ejb.protocol.Sha256;

/**
 * An S256 code challenge (RFC 7636, section 4.2).
 *
 * @param value the base64url text of 32 bytes, 43 characters
 */
public record CodeChallenge(String value) {

    /** The method to use. */
    public static final String S256 = "S256";

    /** Only where the operator allows it: a stolen request is enough to redeem its code (RFC 9700, section 2.1.1). */
    public static final String PLAIN = "plain";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Whether a text has the shape of an S256 challenge. */
    public static boolean wellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The challenge of a verifier; it stands for a plain challenge as well, which is the verifier itself. */
    public static CodeChallenge of(CodeVerifier verifier) {
        return new CodeChallenge(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier.value())));
    }

    /** Whether the verifier is the one this challenge was made from (RFC 7636, section 4.6). */
    public boolean fits(CodeVerifier verifier) {
        return MessageDigest.isEqual(
                of(verifier).value.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }
}
