package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ostiary.web.http.Visit;

/** Sends a problem as the error page; the headers that the answer already has stay. */
@ApplicationScoped
public class ErrorAnswer {
    @Inject
    ErrorPage page;

    @Inject
    Visit visit;

    void page(HttpServletResponse response, Problem problem) throws IOException {
        String html = page.html(
                problem.status(),
                problem.title(),
                problem.message(),
                visit.facts().requestId(),
                problem.startAgain());
        response.setContentType("text/html;charset=UTF-8");
        send(response, problem, html);
    }

    void json(HttpServletResponse response, Problem problem) throws IOException {
        response.setContentType("application/json");
        send(response, problem, ErrorJson.of(problem));
    }

    private static void send(HttpServletResponse response, Problem problem, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        // Also below /assets, whose answers are otherwise kept for good.
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
