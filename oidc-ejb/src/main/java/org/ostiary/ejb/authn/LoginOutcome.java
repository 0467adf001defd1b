package org.ostiary.ejb.authn;

import org.ostiary.ejb.session.SessionCookie;

/** What became of a login. */
public sealed interface LoginOutcome {

    /** It succeeded; the browser keeps the cookie. */
    record LoggedIn(SessionCookie cookie) implements LoginOutcome {}

    /** It did not. */
    record LoginRefused(Reason reason) implements LoginOutcome {}

    /** Why a login was refused, as far as the person may know. */
    enum Reason {
        /** Unknown name, wrong password or disabled account: the same for all three. */
        INVALID_CREDENTIALS,
        /** The form was used before, is too old, or was not made for this browser. */
        STALE_FORM,
        /** Too many logins at once; the fresh form may be tried in a moment. */
        BUSY,
        /** A place that knows people and passwords, as a directory does, cannot be asked now. */
        UNAVAILABLE
    }
}
