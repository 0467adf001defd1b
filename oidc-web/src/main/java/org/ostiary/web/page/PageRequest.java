package org.ostiary.web.page;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as our pages may see it. A form is always a stateless one, whatever view state it names; a GET is never a
 * form, whatever its query says. So nothing a browser sends is ever restored into a view.
 */
final class PageRequest extends HttpServletRequestWrapper {
    private static final String VIEW_STATE = ResponseStateManager.VIEW_STATE_PARAM;
    private static final String STATELESS = "stateless";

    private final Map<String, String[]> parameters;

    PageRequest(HttpServletRequest request) {
        super(request);
        parameters = Collections.unmodifiableMap(visible(request));
    }

    /** Whether every name was sent once. */
    static boolean isUnambiguous(Map<String, String[]> parameters) {
        return parameters.values().stream().allMatch(values -> values.length == 1);
    }

    /** Whether the view state, if any, is that of a stateless view. */
    static boolean isStateless(Map<String, String[]> parameters) {
        String[] state = parameters.get(VIEW_STATE);
        return state == null || state[0].equals(STATELESS);
    }

    private static Map<String, String[]> visible(HttpServletRequest request) {
        Map<String, String[]> visible = new TreeMap<>(request.getParameterMap());
        if (request.getMethod().equals("POST")) {
            visible.put(VIEW_STATE, new String[] {STATELESS});
        } else {
            visible.keySet().removeIf(name -> name.startsWith("jakarta.faces.") || name.startsWith("javax.faces."));
        }
        return visible;
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
