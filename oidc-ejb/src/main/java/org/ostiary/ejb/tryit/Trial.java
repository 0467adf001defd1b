package org.ostiary.ejb.tryit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an application remembers between its request and the answer.
 *
 * @param state proves that the answer belongs to this browser (RFC 6749, section 10.12)
 * @param nonce ties the ID token to the request (OIDC Core 1.0, section 3.1.2.1)
 * @param verifier proves that whoever redeems the code began the login (RFC 7636, section 4.1)
 */
public record Trial(String state, String nonce, String verifier) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int PARTS = 3;

    /** As a cookie keeps it. */
    public String text() {
        return state + "." + nonce + "." + verifier;
    }

    /** The opposite; empty for what is none. */
    public static Optional<Trial> of(String text) {
        String[] parts = DOT.split(text, -1);
        boolean whole = parts.length == PARTS
                && PART.matcher(parts[0]).matches()
                && PART.matcher(parts[1]).matches()
                && PART.matcher(parts[2]).matches();
        return whole ? Optional.of(new Trial(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Trial";
    }
}
