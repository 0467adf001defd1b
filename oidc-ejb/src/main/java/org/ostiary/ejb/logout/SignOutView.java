package org.ostiary.ejb.logout;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-out page shows or does.
 *
 * @param next which of these it is
 * @param accountName who is signed in with this browser; empty where nobody is asked
 * @param single whether the question is about this account alone, while others of this browser stay signed in
 * @param formToken for the question; empty where there is none
 * @param redirectOrigin where the browser may be led after the answer, for a content security policy; null for nowhere
 */
public record SignOutView(
        Next next,
        String accountName,
        boolean single,
        String formToken,
        @Nullable String redirectOrigin) {

    /** What comes next. */
    public enum Next {
        /** The person must be asked. */
        ASK,
        /** The client proved that it means a session of this browser: it ends without a question. */
        END,
        /** Nobody is signed in here. */
        NOBODY
    }
}
