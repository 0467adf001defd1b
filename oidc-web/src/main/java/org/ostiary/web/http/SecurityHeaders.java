package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ostiary.ejb.config.ProviderConfig;

/** The headers of every answer; an endpoint may set another {@code Cache-Control}, or a policy for a page of its own. */
@ApplicationScoped
public class SecurityHeaders {

    static final String POLICY = "Content-Security-Policy";

    private static final String BASE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";
    private static final String SCRIPT = "; script-src 'self'";
    private static final long TWO_YEARS = 2 * 365 * 24 * 3600L;

    @Inject
    ProviderConfig config;

    @Inject
    IssuerPath paths;

    /** Sets the headers. */
    void apply(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Request-Id", Visit.idOf(request));
        response.setHeader(POLICY, BASE_POLICY);
        // The one page that applications may frame (OIDC Session Management 1.0, section 3.2) knows no person.
        if (!paths.of(request).equals("/api/oidc/check-session")) {
            response.setHeader("X-Frame-Options", "DENY");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        boolean asset = paths.of(request).startsWith("/assets/");
        response.setHeader("Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-store");
        if (config.issuer().secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + TWO_YEARS);
        }
    }

    /** The policy of such a page that has the one script of ours for security keys, too. */
    static String policyWithScript(String target) {
        return policyWithFormTarget(target) + SCRIPT;
    }

    /** The policy of a page that has the one script of ours for security keys, and whose form stays here. */
    static String policyWithScript() {
        return BASE_POLICY + SCRIPT;
    }

    /** The policy of a page whose form may lead to {@code target}, an origin or a scheme and a colon. */
    static String policyWithFormTarget(String target) {
        return BASE_POLICY + " " + target;
    }

    /** The policy of the page that opens frames of these origins, and goes on by the one script of that hash. */
    public static String policyOfFrames(String origins, String scriptHash) {
        return "default-src 'none'; style-src 'self'; script-src '" + scriptHash + "'; frame-src "
                + (origins.isEmpty() ? "'none'" : origins)
                + "; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
    }

    /** The policy of the page that anyone may frame, whose one script has that hash and may ask us. */
    public static String policyOfFramedScript(String scriptHash) {
        return "default-src 'none'; script-src '" + scriptHash
                + "'; connect-src 'self'; base-uri 'none'; form-action 'none'";
    }

    /** The policy of the page that posts a response to {@code target} by the one script of that hash. */
    public static String policyOfFormPost(String target, String scriptHash) {
        return "default-src 'none'; style-src 'self'; script-src '" + scriptHash + "'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action " + target;
    }
}
