package org.ostiary.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ostiary.ejb.config.ProviderConfig;

/**
 * Serves an issuer that has a path, for example {@code https://example.org/id}, from an application at the root: requests
 * below that path are forwarded without it, and RFC 8414's metadata, which has the path at its end, is found too.
 */
public class IssuerPathFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    @Inject
    transient ProviderConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String prefix = config.issuer().path();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (prefix.isEmpty()) {
            chain.doFilter(request, response);
        } else if (path.equals(METADATA + prefix)) {
            forward(METADATA, request, response);
        } else if (path.startsWith(prefix + "/")) {
            forward(path.substring(prefix.length()), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void forward(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getRequestDispatcher(path).forward(request, response);
    }
}
