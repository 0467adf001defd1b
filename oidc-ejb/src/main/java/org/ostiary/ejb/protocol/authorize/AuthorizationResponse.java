package org.ostiary.ejb.protocol.authorize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.protocol.FormEncoding;

/**
 * What goes back to the client through the browser: a code or an error, with {@code state} as it was sent and {@code iss}
 * always (RFC 9207, section 2). Only a {@link TrustedRedirect} makes one.
 */
public final class AuthorizationResponse {

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

    /** In the order they are sent. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The address for response mode {@code query}; a query that the registered URI has is kept. */
    public String location() {
        return redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + FormEncoding.encode(parameters);
    }
}
