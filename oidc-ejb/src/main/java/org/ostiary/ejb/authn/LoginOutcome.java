package org.ostiary.ejb.authn;

import java.time.Duration;
import org.ostiary.ejb.regulation.KnownDevices;
import org.ostiary.ejb.session.SessionCookie;

/** What became of a login. */
public sealed interface LoginOutcome {

    /** It succeeded; what both cookies of the browser are to be from now on. */
    record LoggedIn(SessionCookie cookie, String deviceCookie) implements LoginOutcome {

        /** How long a browser keeps the cookie by which it is known again. */
        public static final Duration DEVICE_COOKIE_LIFETIME = KnownDevices.LIFETIME;

        /** Without them, so that no log can hold it. */
        @Override
        public String toString() {
            return "LoggedIn[]";
        }
    }

    /** It did not. */
    record LoginRefused(Reason reason) implements LoginOutcome {}

    /** Why a login was refused, as far as the person may know. */
    enum Reason {
        /** Unknown name, wrong password, disabled account or too many guesses: the same for all of them. */
        INVALID_CREDENTIALS,
        /** The form was used before, is too old, or was not made for this browser. */
        STALE_FORM,
        /** Too many logins at once; the fresh form may be tried in a moment. */
        BUSY,
        /** A place that knows people and passwords, as a directory does, cannot be asked now. */
        UNAVAILABLE
    }
}
