package org.ostiary.web.userinfo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Optional;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.web.http.BearerHeader;
import org.ostiary.web.http.FormBody;

/** How a bearer token may be sent: in the header or in a form, once, and never in the URL (RFC 6750, section 2; RFC 9700, section 4.3.2). */
final class BearerToken {

    private static final Rule ONE_METHOD = new Rule("one-bearer-method", "RFC 6750, section 2");

    private BearerToken() {}

    static Optional<String> of(HttpServletRequest request, InputStream entity) {
        if (FormBody.query(request).has("access_token")) {
            throw refuse("The access_token must not be sent in the URL");
        }
        Optional<String> header = BearerHeader.of(request);
        Optional<String> form = fromForm(request, entity);
        if (header.isPresent() && form.isPresent()) {
            throw refuse("The access token must be sent once: in the Authorization header or in the form, not both");
        }
        return header.or(() -> form);
    }

    private static Optional<String> fromForm(HttpServletRequest request, InputStream entity) {
        String type = request.getContentType();
        boolean form = request.getMethod().equals("POST")
                && type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded");
        return form ? FormBody.body(request, entity).find("access_token") : Optional.empty();
    }

    private static OAuthException refuse(String description) {
        return new OAuthException(OAuthErrorCode.INVALID_REQUEST, ONE_METHOD, description);
    }
}
