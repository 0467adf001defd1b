package org.ostiary.ejb.admin.door;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the pages remember between their authorization request and the answer, sealed in a cookie.
 *
 * @param state proves that the answer belongs to this browser (RFC 6749, section 10.12)
 * @param nonce ties the ID token to the request (OIDC Core 1.0, section 3.1.2.1)
 * @param verifier proves that whoever redeems the code began the login (RFC 7636, section 4.1)
 * @param path the page that the person wanted to see, from the root of the issuer
 */
record SignInAttempt(String state, String nonce, String verifier, String path) {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int PARTS = 4;

    String text() {
        return String.join(" ", state, nonce, verifier, path);
    }

    static Optional<SignInAttempt> of(String text) {
        String[] parts = SPACE.split(text, PARTS);
        return parts.length == PARTS
                ? Optional.of(new SignInAttempt(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "SignInAttempt[" + path + "]";
    }
}
