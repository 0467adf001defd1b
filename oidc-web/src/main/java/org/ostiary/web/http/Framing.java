package org.ostiary.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * Whether a request says in one way where its body ends (RFC 9112, section 6.3). Of one that says it in two ways the server and a
 * proxy before it may see different ends, and what lies between would be read as somebody else's request.
 */
final class Framing {

    private static final String CHUNKED = "chunked";

    private Framing() {}

    /** Two lengths, a length beside an encoding, an encoding other than chunked, or one that the protocol's version does not have. */
    static boolean ambiguous(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        if (encodings.isEmpty()) {
            return lengths.size() > 1;
        }
        return !lengths.isEmpty()
                || encodings.size() > 1
                || !encodings.get(0).strip().equalsIgnoreCase(CHUNKED)
                || request.getProtocol().equals("HTTP/1.0");
    }

    /**
     * Whether the body came in chunks. Payara then forgets a length that stood before the encoding, so that nobody here can refuse it; the
     * connection must end with the answer instead (RFC 9112, section 6.3).
     */
    static boolean mayHideALength(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }
}
