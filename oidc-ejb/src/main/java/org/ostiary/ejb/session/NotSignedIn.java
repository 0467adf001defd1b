package org.ostiary.ejb.session;

import jakarta.ejb.ApplicationException;

/** Something was asked for that only a person who is signed in may have, and the session is over or never was. */
@ApplicationException(rollback = true)
public final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nobody is, or not any more. */
    public NotSignedIn() {
        super("nobody is signed in with this request");
    }
}
