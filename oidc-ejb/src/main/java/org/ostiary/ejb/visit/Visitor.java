package org.ostiary.ejb.visit;

import org.jspecify.annotations.Nullable;

/**
 * A browser, by the cookies it sent.
 *
 * @param sessionCookie the handle of its login session; null when it sent none
 * @param browserCookie the handle that binds interactions to it; null when it sent none
 */
public record Visitor(
        @Nullable String sessionCookie, @Nullable String browserCookie, RequestFacts facts) {}
