package org.ostiary.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.watch.WatchService;

/**
 * The first to see a request: gives it its id, puts the security headers on its answer, and refuses what no endpoint should
 * have to think about. Mapped in {@code web.xml}, because only there the order of filters is certain.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Spellings of a path that servers, proxies and frameworks read in different ways; none of ours needs them. */
    private static final Pattern AMBIGUOUS_PATH =
            Pattern.compile("(?i);|//|\\\\|%2e|%2f|%5c|%25|%00|/\\.{1,2}(/|$)|/jakarta\\.faces\\.resource/");

    @Inject
    transient Visit visit;

    @Inject
    transient RefusalService refusals;

    @Inject
    transient SecurityHeaders headers;

    @Inject
    transient Hosts hosts;

    @Inject
    transient CrossOrigin crossOrigin;

    @Inject
    transient IssuerPath paths;

    @Inject
    transient BodyArrivals bodies;

    @Inject
    transient WatchService watch;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            completeError(request, response, chain);
            return;
        }
        Visit.begin(request, response);
        watch.begin(Visit.idOf(request));
        long begin = System.nanoTime();
        boolean failed = true;
        try {
            answer(request, response, chain);
            failed = false;
        } finally {
            int status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
            watch.end(Endpoints.name(paths.of(request)), status, System.nanoTime() - begin);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.apply(request, response);
        if (Framing.mayHideALength(request)) {
            response.setHeader("Connection", "close");
        }
        int refusal = refusal(request);
        if (refusal != 0) {
            response.sendError(refusal);
            return;
        }
        if (crossOrigin.answeredPreflight(request, response)) {
            return;
        }
        if (!bodies.admit(request)) {
            BodyArrivals.refuse(response);
            return;
        }
        try {
            pass(request, response, chain);
        } finally {
            BodyArrivals.end(request);
        }
        noteWhatNobodyNoted(response);
    }

    /** A framework behind this filter answers some broken headers by itself, before any mapper of ours is asked. */
    private void noteWhatNobodyNoted(HttpServletResponse response) {
        boolean refused = response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
        if (refused && !refusals.noted(visit.facts().requestId())) {
            refusals.noteStatus(response.getStatus(), visit.facts());
        }
    }

    /** A sender who stops or hangs up is no failure of ours, whatever a framework behind this filter makes of it. */
    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!BrokenConnection.causes(failure)) {
                throw failure;
            }
            if (BrokenConnection.isSlow(failure) && !response.isCommitted()) {
                response.setHeader("Connection", "close");
                response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
            }
            // Who hung up reads no answer.
        }
    }

    /** What the container refused before any filter saw it has neither id nor headers yet. */
    private void completeError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!response.containsHeader(SecurityHeaders.POLICY)) {
            Visit.begin(request, response);
            headers.apply(request, response);
        }
        chain.doFilter(request, response);
    }

    /** The status to refuse with; 0 to let the request pass. */
    private int refusal(HttpServletRequest request) {
        // First, so that the server ends the connection, and with it whatever was smuggled behind the request.
        if (Framing.ambiguous(request)) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (AMBIGUOUS_PATH.matcher(request.getRequestURI()).find() || paths.hidden(request)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (request.getContentLengthLong() > BodyLimits.of(paths.of(request))) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (isPage(request) && request.getHeader("Transfer-Encoding") != null) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return hosts.refusal(request);
    }

    private boolean isPage(HttpServletRequest request) {
        String path = paths.of(request);
        return request.getServletPath().endsWith(".xhtml") || path.startsWith("/account") || path.startsWith("/admin");
    }
}
