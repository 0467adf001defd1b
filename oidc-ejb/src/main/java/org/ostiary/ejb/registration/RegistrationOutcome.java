package org.ostiary.ejb.registration;

import org.ostiary.ejb.session.SessionCookie;

/** What became of a registration. */
public sealed interface RegistrationOutcome {

    /** There is an account, and its person is logged in; the browser keeps both cookies. */
    record Registered(SessionCookie cookie, String deviceCookie) implements RegistrationOutcome {}

    /** There is none. */
    record NotRegistered(Reason reason) implements RegistrationOutcome {}

    /** Why not. */
    enum Reason {
        /** The form was used before, is too old, or was not made for this browser. */
        STALE_FORM,
        /** Empty, too long, with characters that make it look like something else, or somebody's already. */
        USERNAME_UNUSABLE,
        /** Empty or too long. */
        NAME_UNUSABLE,
        /** No address of a mailbox. */
        EMAIL_UNUSABLE,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        /** So many from the same place that something else than people may be behind it. */
        TOO_MANY,
        /** A source of accounts is away, so nobody can say whether the username is free. */
        SOURCE_AWAY,
        /** Too many at once; the fresh form may be tried in a moment. */
        BUSY
    }
}
