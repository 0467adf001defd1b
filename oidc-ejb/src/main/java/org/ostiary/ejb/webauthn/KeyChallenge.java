package org.ostiary.ejb.webauthn;

import java.util.List;

/**
 * What a browser needs to ask an authenticator (Web Authentication Level 2, sections 5.4 and 5.5).
 *
 * @param token comes back with the answer; it names the challenge and works once, for five minutes
 * @param challenge 256 bits, base64url
 * @param rpId the host that keys are bound to
 * @param credentials the ones allowed, or for a new one those excluded, base64url
 * @param userHandle what the authenticator knows the account by, base64url; empty when a key is asked for
 */
public record KeyChallenge(String token, String challenge, String rpId, List<String> credentials, String userHandle) {

    /** The credentials in one text, for an attribute of a page. */
    public String credentialList() {
        return String.join(" ", credentials);
    }

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "KeyChallenge[rpId=" + rpId + "]";
    }
}
