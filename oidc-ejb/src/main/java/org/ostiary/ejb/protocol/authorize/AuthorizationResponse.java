package org.ostiary.ejb.protocol.authorize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.protocol.FormEncoding;

/**
 * What goes back to the client through the browser: a code, an ID token or an error, with {@code state} as it was sent and {@code iss}
 * always (RFC 9207, section 2). Only a {@link TrustedRedirect} makes one.
 */
public final class AuthorizationResponse {

    private static final String RESPONSE = "response";

    private final String redirectUri;
    private final ResponseMode responseMode;
    private final Map<String, String> parameters;

    AuthorizationResponse(String redirectUri, ResponseMode responseMode, Map<String, String> parameters) {
        this.redirectUri = redirectUri;
        this.responseMode = responseMode;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public String redirectUri() {
        return redirectUri;
    }

    /** Where the response goes, for a content security policy: scheme, host and port, or the scheme and a colon. */
    public String origin() {
        return RedirectTarget.of(redirectUri).origin();
    }

    public ResponseMode responseMode() {
        return responseMode;
    }

    /** What the response says, in order. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * The same response as one signed token (JWT Secured Authorization Response Mode, section 2.3).
     *
     * @param token says what {@link #parameters} say
     */
    public AuthorizationResponse signed(String token) {
        return new AuthorizationResponse(redirectUri, responseMode, Map.of(RESPONSE, token));
    }

    /** The address that carries the response; a query that the registered URI has is kept. */
    public String location() {
        requireSignature();
        return redirectUri + separator() + FormEncoding.encode(parameters);
    }

    /** In the order they are sent, for a form. */
    public Map<String, String> fields() {
        requireSignature();
        return parameters;
    }

    private String separator() {
        if (!responseMode.inQuery()) {
            return "#";
        }
        return redirectUri.indexOf('?') < 0 ? "?" : "&";
    }

    private void requireSignature() {
        if (responseMode.signed() && !parameters.containsKey(RESPONSE)) {
            throw new IllegalStateException("A response in the mode " + responseMode.value() + " must be signed");
        }
    }
}
