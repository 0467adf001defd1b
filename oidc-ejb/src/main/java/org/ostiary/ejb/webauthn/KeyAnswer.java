package org.ostiary.ejb.webauthn;

/**
 * What an authenticator answered, as the browser sends it.
 *
 * @param token of the {@link KeyChallenge}
 * @param json the credential in the form of Web Authentication Level 3, section 5.1
 */
public record KeyAnswer(String token, String json) {

    /** Without token and answer, so that no log can hold them. */
    @Override
    public String toString() {
        return "KeyAnswer[]";
    }
}
