package org.ostiary.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** A bearer token in the Authorization header (RFC 6750, section 2.1). */
public final class BearerHeader {

    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._~+/-]+=*)");

    private BearerHeader() {}

    /**
     * The token; empty where there is no such header.
     *
     * @throws OAuthException invalid_request for a header that is another
     */
    public static Optional<String> of(HttpServletRequest request) {
        return Authorization.of(request).map(BearerHeader::token);
    }

    private static String token(String value) {
        Matcher header = HEADER.matcher(value);
        if (!header.matches()) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    new Rule("one-bearer-method", "RFC 6750, section 2"),
                    "The Authorization header must be the word Bearer, one space and the access token");
        }
        return header.group(1);
    }
}
