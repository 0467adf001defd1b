package org.ostiary.ejb.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a browser must keep to stay logged in.
 *
 * @param handle the new one; every older one is dead
 * @param lifetime how long to keep it; null until the browser is closed
 */
public record SessionCookie(String handle, @Nullable Duration lifetime) {

    /** Without the handle, so that no log can hold it. */
    @Override
    public String toString() {
        return "SessionCookie[lifetime=" + lifetime + "]";
    }
}
