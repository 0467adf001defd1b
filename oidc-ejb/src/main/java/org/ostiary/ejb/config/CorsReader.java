package org.ostiary.ejb.config;

import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.protocol.WebOrigin;

/** Reads which scripts may call which endpoints; none may call the authorization endpoint (RFC 9700, section 2.6). */
final class CorsReader {
    private static final String NEVER = "authorization";

    private final Settings settings;
    private final Findings findings;

    CorsReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Cors read() {
        Cors cors = new Cors(endpoints(), allowedOrigins(), settings.flag(ServerKey.CORS_FROM_REDIRECT_URIS.key()));
        boolean origins = !cors.allowedOrigins().isEmpty() || cors.allowedOriginsFromClientRedirectUris();
        if (origins && cors.endpoints().isEmpty()) {
            findings.warning(
                    ServerKey.CORS_ENDPOINTS.key(), "names no endpoint, so the allowed origins have no effect");
        }
        if (!origins && !cors.endpoints().isEmpty()) {
            findings.warning(ServerKey.CORS_ENDPOINTS.key(), "has no effect: no origin is allowed");
        }
        return cors;
    }

    private Set<String> endpoints() {
        Key key = ServerKey.CORS_ENDPOINTS.key();
        Set<String> endpoints = settings.list(key);
        endpoints.forEach(
                endpoint -> refuseEndpoint(endpoint).ifPresent(refusal -> findings.mistake(key, endpoint, refusal)));
        return endpoints;
    }

    private static Optional<String> refuseEndpoint(String endpoint) {
        if (endpoint.equals(NEVER)) {
            return Optional.of("must not be listed: browsers are sent to the authorization endpoint, scripts never call"
                    + " it (RFC 9700, section 2.6)");
        }
        return Cors.ENDPOINTS.contains(endpoint)
                ? Optional.empty()
                : Optional.of("is not known in this release: allowed are " + String.join(", ", Cors.ENDPOINTS));
    }

    private Set<String> allowedOrigins() {
        Key key = ServerKey.CORS_ALLOWED_ORIGINS.key();
        Set<String> origins = settings.list(key);
        origins.forEach(origin -> refuseOrigin(origin).ifPresent(refusal -> findings.mistake(key, origin, refusal)));
        return origins;
    }

    private static Optional<String> refuseOrigin(String origin) {
        try {
            return WebOrigin.of(origin).trustworthy()
                    ? Optional.empty()
                    : Optional.of("must begin with https:// (http:// only on localhost, 127.0.0.1 or [::1])");
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
