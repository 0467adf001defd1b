package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.Cors;
import org.ostiary.ejb.cors.CorsService;

/**
 * Cross-origin calls (RFC 9700, section 2.6): public documents are open to every script, the others to those that the
 * configuration allows, the authorization endpoint and the pages to none. Credentials are never allowed.
 */
@ApplicationScoped
public class CrossOrigin {

    private static final Map<String, String> ENDPOINTS =
            Cors.ENDPOINTS.stream().collect(Collectors.toMap(name -> "/api/oidc/" + name, Function.identity()));

    @Inject
    CorsService cors;

    @Inject
    IssuerPath paths;

    /** Sets the headers an allowed origin needs, and answers the request itself if it is a preflight. */
    boolean answeredPreflight(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        String path = paths.of(request);
        boolean open = path.startsWith("/.well-known/") || path.equals("/jwks.json");
        String endpoint = ENDPOINTS.get(path);
        if (!open && endpoint == null) {
            return false;
        }
        boolean allowed = endpoint == null ? allowEveryone(response) : allow(endpoint, origin, response);
        if (origin == null
                || !request.getMethod().equals("OPTIONS")
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        if (allowed) {
            response.setHeader("Access-Control-Allow-Methods", open ? "GET" : "GET, POST");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
            response.setHeader("Access-Control-Max-Age", "600");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }

    private static boolean allowEveryone(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        return true;
    }

    private boolean allow(String endpoint, @Nullable String origin, HttpServletResponse response) {
        response.addHeader("Vary", "Origin");
        if (origin == null || !cors.allows(endpoint, origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, X-Request-Id");
        return true;
    }
}
