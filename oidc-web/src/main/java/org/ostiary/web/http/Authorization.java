package org.ostiary.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** The Authorization header (RFC 9110, section 11.6.2). */
public final class Authorization {

    private Authorization() {}

    /**
     * The header's value.
     *
     * @throws OAuthException invalid_request when there are several, because it would not be clear which one counts
     */
    public static Optional<String> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    new Rule("one-authorization-header", "RFC 9110, section 5.3"),
                    "The request must not have more than one Authorization header");
        }
        return headers.stream().findFirst();
    }
}
