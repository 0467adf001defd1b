package org.ostiary.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;

/**
 * Reads the parameters of a request from one place, itself: the servlet API would merge query and body and hide repeated
 * names.
 */
public final class FormBody {

    /** Bytes of the longest body. */
    static final int LONGEST = 64 * 1024;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PART = 8 * 1024;

    private static final Rule BODY_ONLY = new Rule("parameters-in-body", "RFC 6749, sections 2.3.1 and 3.2");

    private FormBody() {}

    /** The parameters of the query. */
    public static RequestParameters query(HttpServletRequest request) {
        return RequestParameters.parse(Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    /**
     * The parameters of the body.
     *
     * @param entity the body as JAX-RS hands it to the resource; the request's own stream may lack its first byte, which
     *     Jersey reads to see whether there is a body when that did not arrive together with the head
     * @throws OAuthException invalid_request when the request has a query as well, because what stands there ends up in logs
     * @throws ClientErrorException 413 for a body over 64 kB, 408 for one that does not arrive
     */
    public static RequestParameters body(HttpServletRequest request, InputStream entity) {
        return RequestParameters.parse(text(request, entity));
    }

    /** The same for a form with fields that may hold a document: each may be as long as the body. */
    public static RequestParameters longBody(HttpServletRequest request, InputStream entity) {
        return RequestParameters.parseLong(text(request, entity));
    }

    private static String text(HttpServletRequest request, InputStream entity) {
        if (request.getQueryString() != null) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    BODY_ONLY,
                    "The parameters of a POST belong in the body, and the URL must have no query");
        }
        return new String(read(request, entity, LONGEST), StandardCharsets.ISO_8859_1);
    }

    /**
     * How many bytes to read of a body that may have {@code longest}: one more, to see that it is longer, and never more than were
     * announced. Behind the body of a request that offers another protocol, as Java's own client offers h2c with
     * each first request, the container waits for bytes of that protocol.
     */
    private static int most(HttpServletRequest request, int longest) {
        long announced = request.getContentLengthLong();
        return announced < 0 ? longest + 1 : (int) Math.min(announced, longest + 1L);
    }

    /**
     * The first bytes of a body whose sender has ten seconds for all of it. The server's own patience begins anew with each byte.
     *
     * @param nanos a clock
     */
    static byte[] inTime(InputStream entity, int most, LongSupplier nanos) throws IOException {
        long begin = nanos.getAsLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[Math.min(most, PART)];
        while (body.size() < most) {
            int count = entity.read(part, 0, Math.min(part.length, most - body.size()));
            if (count < 0) {
                break;
            }
            body.write(part, 0, count);
            if (body.size() < most && nanos.getAsLong() - begin > PATIENCE.toNanos()) {
                throw new SocketTimeoutException("the body did not arrive within " + PATIENCE);
            }
        }
        return body.toByteArray();
    }

    /**
     * The bytes of a body that may have {@code longest}. A sender who stops or is too slow is no failure of ours.
     *
     * @throws ClientErrorException 413 for a longer body, 408 for one that does not arrive
     */
    static byte[] read(HttpServletRequest request, InputStream entity, int longest) {
        try {
            byte[] body = inTime(entity, most(request, longest), System::nanoTime);
            if (body.length > longest) {
                throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return body;
        } catch (IOException incomplete) {
            throw new ClientErrorException(Status.REQUEST_TIMEOUT, incomplete);
        } finally {
            BodyArrivals.end(request);
        }
    }
}
