package org.ostiary.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the addresses below {@code /account} and the views behind them are called. {@code /account} shows
 * {@code /account-profile.xhtml}, {@code /account/sessions} shows {@code /account-sessions.xhtml}. A folder of views would
 * not do: for it the container would redirect to whatever host the request names.
 */
public final class AccountViews {

    private static final String DOOR = AccountViews.class.getName() + ".open";
    private static final String FIRST = "/account-profile.xhtml";
    private static final String PREFIX = "/account-";
    private static final Pattern NAME = Pattern.compile("/[a-z][a-z-]{0,29}");

    private AccountViews() {}

    /**
     * The view behind an address, whether it exists or not.
     *
     * @param below what follows {@code /account} in the path; null for nothing
     */
    public static String viewOf(@Nullable String below) {
        if (below == null || below.equals("/")) {
            return FIRST;
        }
        boolean usable = NAME.matcher(below).matches() && !below.equals("/profile");
        return usable ? PREFIX + below.substring(1) + ".xhtml" : PREFIX + "none.xhtml";
    }

    /** The address of a view, from the root of the issuer; other views have their own name as address. */
    public static String pathOf(String view) {
        if (view.equals(FIRST)) {
            return "/account";
        }
        return isOne(view) ? "/account/" + view.substring(PREFIX.length(), view.length() - ".xhtml".length()) : view;
    }

    /** Notes that the person behind the request may come in. */
    public static void open(HttpServletRequest request) {
        request.setAttribute(DOOR, true);
    }

    /** Whether the view is one that people reach through the door only, and this request did not. */
    static boolean closed(String view, HttpServletRequest request) {
        return isOne(view) && request.getAttribute(DOOR) == null;
    }

    private static boolean isOne(String view) {
        return view.startsWith(PREFIX) && view.endsWith(".xhtml");
    }
}
