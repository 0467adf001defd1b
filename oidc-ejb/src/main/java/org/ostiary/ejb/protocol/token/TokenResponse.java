package org.ostiary.ejb.protocol.token;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A successful token response (RFC 6749, section 5.1; OIDC Core 1.0, section 3.1.3.3).
 *
 * @param scope the granted scopes, space-separated
 * @param refreshToken null when the client gets none
 * @param idToken null when {@code openid} was not granted
 */
public record TokenResponse(
        String accessToken,
        Duration lifetime,
        String scope,
        @Nullable String refreshToken,
        @Nullable String idToken) {
    /** The members of the JSON object, in their order. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", accessToken);
        members.put("token_type", "Bearer");
        members.put("expires_in", lifetime.toSeconds());
        members.put("scope", scope);
        if (refreshToken != null) {
            members.put("refresh_token", refreshToken);
        }
        if (idToken != null) {
            members.put("id_token", idToken);
        }
        return members;
    }

    /** Without the tokens, so that no log can hold them. */
    @Override
    public String toString() {
        return "TokenResponse[scope=" + scope + "]";
    }
}
