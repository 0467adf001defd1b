package org.ostiary.ejb.tryit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a login came to. Maps are in the order in which they arrived; values are as JSON writes them.
 *
 * @param error what went wrong: a code of the specifications, or one of {@link Mistake}; null for success
 * @param description what is said about it
 * @param request the token request
 * @param response the answer to it, with the access token cut off
 * @param header of the ID token
 * @param claims of the ID token
 * @param userInfo the answer of the userinfo endpoint
 * @param idToken as it is, for signing out
 */
public record TrialResult(
        @Nullable String error,
        String description,
        Map<String, String> request,
        Map<String, String> response,
        Map<String, String> header,
        Map<String, String> claims,
        Map<String, String> userInfo,
        String idToken) {

    /** What an application must find wrong before it takes an answer. */
    public enum Mistake {
        /** No login was begun in this browser, or its state is another one. */
        STATE,
        /** The answer, or the ID token, is somebody else's. */
        ISSUER,
        /** The ID token is not the answer to this request. */
        NONCE
    }

    public TrialResult {
        request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
        response = Collections.unmodifiableMap(new LinkedHashMap<>(response));
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        userInfo = Collections.unmodifiableMap(new LinkedHashMap<>(userInfo));
    }

    static TrialResult failed(String error, String description) {
        return new TrialResult(error, description, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), "");
    }

    static TrialResult failed(Mistake mistake) {
        return failed(mistake.name().toLowerCase(Locale.ROOT), "");
    }

    /** Without tokens. */
    @Override
    public String toString() {
        return "TrialResult[error=" + error + "]";
    }
}
