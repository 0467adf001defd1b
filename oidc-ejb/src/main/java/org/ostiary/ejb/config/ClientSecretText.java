package org.ostiary.ejb.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a client secret may stand in the configuration: as a digest, or marked as plain text so that nobody errs. */
final class ClientSecretText {
    private static final String PLAIN = "$plaintext$";
    private static final int LONGEST = 512;
    /** 128 bits in base64url (RFC 6749, section 10.10). */
    private static final int WEAK_BELOW = 22;

    private static final Pattern DIGEST =
            Pattern.compile("\\$(argon2(id|i|d)|pbkdf2(-sha(1|224|256|384|512))?|scrypt|2[abxy]|bcrypt-sha256|5|6)\\$"
                    + "[A-Za-z0-9./+=,$_-]{20,}");

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
        return DIGEST.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be a digest ($argon2id$..., $pbkdf2-sha512$..., $2b$..., $scrypt$...),"
                        + " or $plaintext$ followed by the secret itself");
    }

    /** Whether a secret can be seen to be short enough to guess; of a digest that cannot be told. */
    static boolean weak(String text) {
        return text.startsWith(PLAIN) && text.length() - PLAIN.length() < WEAK_BELOW;
    }
}
