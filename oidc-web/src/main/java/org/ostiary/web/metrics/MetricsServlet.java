package org.ostiary.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.watch.WatchService;
import org.ostiary.web.http.Visit;

/** Metrics in the text format of Prometheus. For whoever may not read them there is nothing here. */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Inject
    transient WatchService service;

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!asked || !service.mayRead(address(request), bearer(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(service.metrics());
    }

    /** The caller's; none at all where a proxy speaks for somebody whom it does not name in a way that we believe. */
    private String address(HttpServletRequest request) {
        String address = visit.facts().ip();
        boolean unclear = request.getHeader("X-Forwarded-For") != null && address.equals(request.getRemoteAddr());
        return unclear ? "" : address;
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
