package org.ostiary.ejb.admin.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.protocol.RequestParameters;

/**
 * What came back to the redirect URI (RFC 6749, section 4.1.2).
 *
 * @param state as the request had it
 * @param iss who answers (RFC 9207, section 2)
 * @param error a code of RFC 6749, section 4.1.2.1; null for success
 */
public record SignInAnswer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String iss,
        @Nullable String error) {

    /** Reads a query; whatever else stands there is left alone (RFC 6749, section 4.1.2). */
    public static SignInAnswer of(RequestParameters query) {
        return new SignInAnswer(
                query.find("code").orElse(null),
                query.find("state").orElse(null),
                query.find("iss").orElse(null),
                query.find("error").orElse(null));
    }

    RequestParameters redemption(String redirectUri, SignInAttempt attempt) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("grant_type", "authorization_code");
        request.put("code", Objects.requireNonNullElse(code, ""));
        request.put("redirect_uri", redirectUri);
        request.put("client_id", AdministrationClient.ID);
        request.put("code_verifier", attempt.verifier());
        return RequestParameters.of(request);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "SignInAnswer[error=" + error + "]";
    }
}
