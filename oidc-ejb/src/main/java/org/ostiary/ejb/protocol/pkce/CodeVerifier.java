package org.ostiary.ejb.protocol.pkce;

import java.util.regex.Pattern;

/**
 * A code verifier (RFC 7636, section 4.1).
 *
 * @param value 43 to 128 unreserved characters
 */
public record CodeVerifier(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** Whether a text has the shape of a verifier. */
    public static boolean wellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }
}
