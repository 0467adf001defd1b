package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ostiary.web.http.Visit;

/** Sends a problem as the error page; the headers that the answer already has stay. */
@ApplicationScoped
public class ErrorAnswer {

    private static final Logger LOG = System.getLogger(ErrorAnswer.class.getName());
    private static final String PAGE = "text/html;charset=UTF-8";

    @Inject
    ErrorPage page;

    @Inject
    Visit visit;

    /** The page as an answer of a resource. */
    ResponseBuilder page(Problem problem) {
        return Response.status(problem.status()).entity(html(problem)).type(PAGE);
    }

    void page(HttpServletResponse response, Problem problem) {
        response.setContentType(PAGE);
        send(response, problem, html(problem));
    }

    void json(HttpServletResponse response, Problem problem) {
        response.setContentType(MediaType.APPLICATION_JSON);
        send(response, problem, ErrorJson.of(problem, visit.facts().requestId()).getBytes(StandardCharsets.UTF_8));
    }

    void problem(HttpServletResponse response, Problem problem) {
        response.setContentType(ProblemJson.TYPE);
        String body = ProblemJson.of(
                problem.status(),
                null,
                problem.message(),
                List.of(),
                visit.facts().requestId());
        send(response, problem, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] html(Problem problem) {
        return page.html(problem, visit.facts().requestId()).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpServletResponse response, Problem problem, byte[] body) {
        response.setStatus(problem.status());
        // Also below /assets, whose answers are otherwise kept for good.
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "Nobody waits for this answer any more", gone);
        }
    }
}
