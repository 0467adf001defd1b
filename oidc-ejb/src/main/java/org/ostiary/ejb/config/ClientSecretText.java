package org.ostiary.ejb.config;

import java.util.Optional;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordDigest;

/** How a client secret may stand in the configuration: as a digest, or marked as plain text so that nobody errs. */
final class ClientSecretText {
    /** What a secret in the clear begins with. */
    static final String PLAIN = "$plaintext$";

    private static final int LONGEST = 512;
    private static final String RIGHT = "must be a digest ($argon2id$..., $pbkdf2-sha512$..., $2b$..., $scrypt$...),"
            + " or $plaintext$ followed by the secret itself";
    /** 128 bits in base64url (RFC 6749, section 10.10). */
    private static final int WEAK_BELOW = 22;

    private ClientSecretText() {}

    /** What would be right, or empty when the text may be used. */
    static Optional<String> refusal(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("must not be longer than " + LONGEST + " characters");
        }
        if (text.startsWith(PLAIN)) {
            return text.length() > PLAIN.length()
                    ? Optional.empty()
                    : Optional.of("must have the secret after $plaintext$");
        }
        if (!text.startsWith("$")) {
            return Optional.of(RIGHT);
        }
        return refusalOfDigest(text);
    }

    private static Optional<String> refusalOfDigest(String text) {
        try {
            PasswordDigest.parse(text);
            return Optional.empty();
        } catch (MalformedDigestException e) {
            return Optional.of(RIGHT + "; this digest " + e.reason());
        }
    }

    /** Whether a secret can be seen to be short enough to guess; of a digest that cannot be told. */
    static boolean weak(String text) {
        return text.startsWith(PLAIN) && text.length() - PLAIN.length() < WEAK_BELOW;
    }
}
