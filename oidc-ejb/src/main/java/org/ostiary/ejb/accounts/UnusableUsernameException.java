package org.ostiary.ejb.accounts;

/** A text cannot be a username; the message says why and fits after the words "the username". */
public final class UnusableUsernameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnusableUsernameException(String message) {
        super(message);
    }
}
