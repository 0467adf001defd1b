package org.ostiary.web.page;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;

/**
 * A request as our pages may see it. A form is always a stateless one, whatever view state it names; a GET is never a
 * form, whatever its query says. So nothing a browser sends is ever restored into a view.
 */
final class PageRequest extends HttpServletRequestWrapper {
    private static final String VIEW_STATE = ResponseStateManager.VIEW_STATE_PARAM;
    private static final String STATELESS = "stateless";

    private final Map<String, String[]> parameters;

    /**
     * A page's view of a request.
     *
     * @throws OAuthException when the form names a view state that is not that of a stateless view
     */
    PageRequest(HttpServletRequest request, RequestParameters sent) {
        super(request);
        parameters = Collections.unmodifiableMap(request.getMethod().equals("POST") ? ofForm(sent) : ofQuery(sent));
    }

    static Map<String, String[]> ofForm(RequestParameters sent) {
        if (!sent.find(VIEW_STATE).orElse(STATELESS).equals(STATELESS)) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    new Rule("view-state", "Jakarta Faces 4.0, section 7.6.2.6"),
                    "The pages here are stateless");
        }
        Map<String, String[]> visible = all(sent);
        visible.put(VIEW_STATE, new String[] {STATELESS});
        return visible;
    }

    static Map<String, String[]> ofQuery(RequestParameters sent) {
        Map<String, String[]> visible = all(sent);
        visible.keySet().removeIf(name -> name.startsWith("jakarta.faces.") || name.startsWith("javax.faces."));
        return visible;
    }

    private static Map<String, String[]> all(RequestParameters sent) {
        Map<String, String[]> all = new TreeMap<>();
        sent.names().forEach(name -> all.put(name, new String[] {sent.require(name)}));
        return all;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }
}
