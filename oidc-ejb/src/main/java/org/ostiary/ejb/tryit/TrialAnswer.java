package org.ostiary.ejb.tryit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came back to the redirect URI.
 *
 * @param code for tokens; null with an error
 * @param state as the request had it
 * @param iss who answers (RFC 9207, section 2)
 * @param error a code of RFC 6749, section 4.1.2.1; null for success
 * @param errorDescription what is said about it
 */
public record TrialAnswer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String iss,
        @Nullable String error,
        @Nullable String errorDescription) {

    /** Whether there is an answer at all. */
    public boolean given() {
        return code != null || error != null;
    }

    Map<String, String> redemption(String clientId, String redirectUri, Trial trial) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("grant_type", "authorization_code");
        request.put("code", Objects.requireNonNullElse(code, ""));
        request.put("redirect_uri", redirectUri);
        request.put("client_id", clientId);
        request.put("code_verifier", trial.verifier());
        return request;
    }
}
