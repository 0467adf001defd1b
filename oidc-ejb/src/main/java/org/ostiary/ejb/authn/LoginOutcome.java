package org.ostiary.ejb.authn;

/** What became of a login. */
public sealed interface LoginOutcome {

    /** It succeeded; the handle of the session is for the cookie. */
    record LoggedIn(String sessionCookie) implements LoginOutcome {

        /** Without the handle, so that no log can hold it. */
        @Override
        public String toString() {
            return "LoggedIn[]";
        }
    }

    /** It did not. */
    record LoginRefused(Reason reason) implements LoginOutcome {}

    /** Why a login was refused, as far as the person may know. */
    enum Reason {
        /** Unknown name, wrong password or disabled account: the same for all three. */
        INVALID_CREDENTIALS,
        /** The form was used before, is too old, or was not made for this browser. */
        STALE_FORM,
        /** Too many logins at once; the fresh form may be tried in a moment. */
        BUSY
    }
}
