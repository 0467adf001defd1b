package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.ostiary.ejb.config.ProviderConfig;

/** Where a request goes below the issuer, so that rules for paths hold whether the issuer has one of its own or not. */
@ApplicationScoped
public class IssuerPath {

    /** What the container keeps to itself, but not from a forward (Jakarta Servlet 6.0, section 10.5). */
    private static final Pattern HIDDEN = Pattern.compile("(?i)/(WEB|META)-INF(/.*)?");

    @Inject
    ProviderConfig config;

    /** The path as it was asked for, without the issuer's own. */
    String of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return below(config.issuer().path(), path);
    }

    /** Whether the request is for what nobody may read, in whatever spelling. */
    boolean hidden(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        String decoded = below(config.issuer().path(), request.getServletPath() + info);
        return HIDDEN.matcher(decoded).matches() || HIDDEN.matcher(of(request)).matches();
    }

    static String below(String issuerPath, String path) {
        return path.startsWith(issuerPath + "/") ? path.substring(issuerPath.length()) : path;
    }
}
