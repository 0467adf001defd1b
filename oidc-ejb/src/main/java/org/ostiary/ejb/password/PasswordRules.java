package org.ostiary.ejb.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which passwords may be set, and which bytes a password is (NIST SP 800-63B, section 3.1.1.2: length is what counts, no
 * rules on kinds of characters).
 *
 * <p>A password is the exact UTF-8 bytes that were typed: neither normalised nor trimmed nor cut, so that digests which
 * other programs wrote verify.
 */
public final class PasswordRules {

    /** Fewest characters of an administrator's password. */
    public static final int ADMINISTRATOR_MINIMUM_CHARACTERS = 12;

    /** Most UTF-8 bytes of any password; more is refused before anything is computed. */
    public static final int MAXIMUM_BYTES = 1024;

    private PasswordRules() {}

    /** Judges a password that an administrator wants to set; a character is a Unicode code point. */
    public static PasswordJudgement forAdministrator(String password) {
        if (password.length() > MAXIMUM_BYTES) {
            return PasswordJudgement.TOO_LONG;
        }
        Optional<byte[]> encoded = encode(password);
        if (encoded.isEmpty()) {
            return PasswordJudgement.NOT_TEXT;
        }
        if (encoded.get().length > MAXIMUM_BYTES) {
            return PasswordJudgement.TOO_LONG;
        }
        if (password.codePointCount(0, password.length()) < ADMINISTRATOR_MINIMUM_CHARACTERS) {
            return PasswordJudgement.TOO_SHORT;
        }
        return PasswordJudgement.ACCEPTABLE;
    }

    /**
     * Whether a password may be sent to a place outside to be judged there. An empty one asks a directory for an anonymous
     * bind, which succeeds (RFC 4513, section 5.1.2), and one with a NUL may be cut to an empty one.
     */
    public static boolean mayBeAskedElsewhere(String password) {
        return !password.isEmpty()
                && password.indexOf('\0') < 0
                && bytes(password).isPresent();
    }

    /** The bytes to hash; empty when the password is too long or not text, so that no digest can be of it. */
    static Optional<byte[]> bytes(String password) {
        if (password.length() > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        return encode(password).filter(bytes -> bytes.length <= MAXIMUM_BYTES);
    }

    private static Optional<byte[]> encode(String password) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException halfACharacter) {
            return Optional.empty();
        }
    }
}
