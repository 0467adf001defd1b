package org.ostiary.ejb.visit;

import org.jspecify.annotations.Nullable;

/**
 * A browser, by the cookies it sent.
 *
 * @param sessionCookie the handle of its login session; null when it sent none
 * @param browserCookie the handle that binds interactions to it; null when it sent none
 * @param deviceCookie by which it is known again that accounts were logged in with it; null when it sent none
 * @param stateCookie random, and another one after each login and logout; null when it has none
 */
public record Visitor(
        @Nullable String sessionCookie,
        @Nullable String browserCookie,
        @Nullable String deviceCookie,
        @Nullable String stateCookie,
        RequestFacts facts) {

    /** A browser that nobody has logged in with yet. */
    public Visitor(@Nullable String sessionCookie, @Nullable String browserCookie, RequestFacts facts) {
        this(sessionCookie, browserCookie, null, null, facts);
    }

    /** The same browser, once it has a state. */
    public Visitor withStateCookie(String state) {
        return new Visitor(sessionCookie, browserCookie, deviceCookie, state, facts);
    }

    /** The same browser, once it has the handle that binds interactions to it. */
    public Visitor withBrowserCookie(String handle) {
        return new Visitor(sessionCookie, handle, deviceCookie, stateCookie, facts);
    }
}
