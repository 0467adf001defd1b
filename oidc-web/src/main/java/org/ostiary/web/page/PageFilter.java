package org.ostiary.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door in front of Faces. What a page never sends is answered here: another method, a view that does not exist, a
 * view state (ours are stateless), values in the query of a POST, a name sent twice, a body that is not a form. Mapped in
 * {@code web.xml}, behind the filters that hold for everything, and for forwards too: that is how an issuer with a path
 * reaches its pages.
 */
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Integer> refusal = refusal(request, response);
        if (refusal.isPresent()) {
            response.sendError(refusal.get());
            return;
        }
        chain.doFilter(new PageRequest(request), response);
    }

    private static Optional<Integer> refusal(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getServletContext().getResource(request.getServletPath()) == null) {
            return Optional.of(404);
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> badUnless(PageRequest.isUnambiguous(request.getParameterMap()));
            case "POST" -> refusalOfForm(request);
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                yield Optional.of(405);
            }
        };
    }

    private static Optional<Integer> refusalOfForm(HttpServletRequest request) throws IOException {
        if (!isForm(request.getContentType())) {
            // 403, not 415: the only forms in another encoding are those of other sites, which send text/plain
            // because it needs no permission of ours.
            return Optional.of(403);
        }
        if (request.getQueryString() != null) {
            return Optional.of(400);
        }
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, String[]> form = request.getParameterMap();
        return badUnless(PageRequest.isUnambiguous(form) && PageRequest.isStateless(form));
    }

    private static Optional<Integer> badUnless(boolean good) {
        return good ? Optional.empty() : Optional.of(400);
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/x-www-form-urlencoded");
    }
}
