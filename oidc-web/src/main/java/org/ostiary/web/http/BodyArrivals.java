package org.ostiary.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many requests wait for a body that is still on its way: each of them holds a thread until it is there or is
 * given up after ten seconds, and those who send slowly on purpose would hold them all. A request whose body is there
 * never waits, so it is never refused.
 */
@ApplicationScoped
public class BodyArrivals {

    /** Half of the threads that {@code hardening.asadmin} gives the server. */
    static final int MOST = 256;

    private static final String WAIT = BodyArrivals.class.getName() + ".wait";

    private static final byte[] REFUSAL = ("{\"error\":\"temporarily_unavailable\",\"error_description\":"
                    + "\"Too many requests wait for their bodies; send the whole request at once, and try again\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private final Semaphore free = new Semaphore(MOST);

    /**
     * Lets a request go on, until {@link #end}.
     *
     * @return false for a request that would have to wait for its body and is one too many
     */
    boolean admit(HttpServletRequest request) throws IOException {
        if (isThere(request)) {
            return true;
        }
        if (!free.tryAcquire()) {
            return false;
        }
        request.setAttribute(WAIT, free);
        return true;
    }

    /** As cheap as an answer can be, without a page or a record: there may be thousands of them in a second. */
    static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Connection", "close");
        response.setHeader("Retry-After", "1");
        response.setContentType("application/json");
        response.getOutputStream().write(REFUSAL);
    }

    /**
     * Says that the request's body was read or given up, whatever takes long from now on, or that the request is answered. Harmless for
     * one that does not wait.
     */
    static void end(HttpServletRequest request) {
        if (request.getAttribute(WAIT) instanceof Semaphore taken) {
            request.removeAttribute(WAIT);
            taken.release();
        }
    }

    /** The rest of one in chunks, or in parts, cannot be told; the container reads the latter itself. */
    private static boolean isThere(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced <= 0) {
            return request.getHeader("Transfer-Encoding") == null;
        }
        return !isInParts(request) && request.getInputStream().available() >= announced;
    }

    private static boolean isInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
