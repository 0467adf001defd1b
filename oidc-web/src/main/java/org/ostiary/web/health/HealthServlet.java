package org.ostiary.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.health.HealthService;

/**
 * The three questions of MicroProfile Health 4.0 in its format: {@code started} once the start is done, {@code live} while the
 * process runs, {@code ready} while requests can be served. No checks are listed, because anybody may ask; a member of our own,
 * {@code insecure}, is there while a switch that is meant for development is on. A servlet with exact paths, because those win over
 * a server's own health endpoint.
 */
@WebServlet(urlPatterns = {"/health/started", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("GET", "HEAD");

    @Inject
    transient HealthService service;

    @Inject
    transient ProviderConfig config;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
            return;
        }
        response.setHeader("Allow", String.join(", ", METHODS));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = !request.getServletPath().endsWith("/ready") || service.ready();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        String insecure = config.allowInsecureRedirectUris() ? ",\"insecure\":true" : "";
        response.getWriter().write("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"checks\":[]" + insecure + "}");
    }
}
