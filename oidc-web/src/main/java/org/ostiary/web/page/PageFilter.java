package org.ostiary.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.web.http.FormBody;

/**
 * The door in front of Faces. What a page never sends is answered here: another method, a view that does not exist
 * or is not reached through its door, a view state (ours are stateless), values in the query of a POST, a name sent twice, a body that is not a form. Mapped in
 * {@code web.xml}, behind the filters that hold for everything, and for forwards too: that is how an issuer with a path
 * reaches its pages.
 */
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^;\"]*)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = refusal(request, response);
        if (refusal != 0) {
            response.sendError(refusal);
            return;
        }
        PageRequest page;
        try {
            RequestParameters sent = parameters(request);
            ReaderFilter.keep(request, sent);
            page = new PageRequest(request, sent);
        } catch (OAuthException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        } catch (ClientErrorException incomplete) {
            response.setHeader("Connection", "close");
            response.sendError(incomplete.getResponse().getStatus());
            return;
        }
        chain.doFilter(page, response);
    }

    /** The status to refuse with; 0 to let the request pass. */
    private static int refusal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletContext().getResource(request.getServletPath()) == null
                || AccountViews.closed(request.getServletPath(), request)
                || AdminViews.closed(request.getServletPath(), request)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> 0;
            // 403, not 415: the only forms in another encoding are those of other sites, which send text/plain
            // because it needs no permission of ours.
            case "POST" -> refusalOfForm(request.getContentType());
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                yield HttpServletResponse.SC_METHOD_NOT_ALLOWED;
            }
        };
    }

    /** Read by us: the container merges query and body, and writes a line into its log for each name that it finds odd. */
    private static RequestParameters parameters(HttpServletRequest request) throws IOException {
        return request.getMethod().equals("POST")
                ? FormBody.body(request, request.getInputStream())
                : FormBody.query(request);
    }

    private static int refusalOfForm(@Nullable String contentType) {
        if (contentType == null || !isForm(contentType)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        return namesKnownCharset(contentType) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Faces fails on another one. */
    private static boolean namesKnownCharset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return !charset.find() || Charset.isSupported(charset.group(1));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static boolean isForm(String contentType) {
        return contentType
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("application/x-www-form-urlencoded");
    }
}
