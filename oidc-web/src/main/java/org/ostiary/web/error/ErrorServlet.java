package org.ostiary.web.error;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Site;

/**
 * Where the container's own errors end: for clients as JSON below the protocol's paths, for people as a page elsewhere.
 * It reads the status and the path, nothing else of what the container knows.
 *
 * <p>It has the folders of the archive too, where nothing is: the container would redirect to the same address with a
 * slash, below whatever host the request names, before any filter.
 */
@WebServlet({"/error", "/assets", "/WEB-INF/*", "/META-INF/*"})
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ErrorAnswer answer;

    @Inject
    transient Site site;

    @Inject
    transient RefusalService refusals;

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        if (!refusals.noted(visit.facts().requestId())) {
            refusals.noteStatus(status, visit.facts());
        }
        if (ProtocolPaths.areOfAdministrators(path(request))) {
            answer.problem(response, Problem.forPrograms(status));
            return;
        }
        if (ProtocolPaths.contain(path(request))) {
            answer.json(response, Problem.forPrograms(status));
            return;
        }
        answer.page(response, Problem.ofStatus(status));
    }

    private static int status(HttpServletRequest request) {
        boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
        return dispatched && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    private String path(HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri.substring(Math.min(uri.length(), request.getContextPath().length()))
                : "/";
        return site.withoutRoot(path);
    }
}
