package org.ostiary.web.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The views behind the addresses below {@code /admin}, which people reach through the door only. They have other names than the
 * addresses, in no folder, for the same reason as {@link AccountViews}.
 */
public final class AdminViews {

    private static final String DOOR = AdminViews.class.getName() + ".open";
    private static final String PREFIX = "/admin-";

    private AdminViews() {}

    /** Notes that the door was passed, or has something to say. */
    public static void open(HttpServletRequest request) {
        request.setAttribute(DOOR, true);
    }

    /** Whether the view is one of them, and this request did not come through the door. */
    static boolean closed(String view, HttpServletRequest request) {
        return view.startsWith(PREFIX) && request.getAttribute(DOOR) == null;
    }
}
