package org.ostiary.ejb.reset;

import org.jspecify.annotations.Nullable;

/**
 * What the page needs that asks for a name.
 *
 * @param formToken the one-time token of its form
 * @param browserCookie the handle to set as the browser's cookie; null when it has one already
 */
public record ForgottenForm(String formToken, @Nullable String browserCookie) {

    /** Without the handles, so that no log can hold them. */
    @Override
    public String toString() {
        return "ForgottenForm[]";
    }
}
