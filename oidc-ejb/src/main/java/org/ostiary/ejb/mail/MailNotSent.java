package org.ostiary.ejb.mail;

import jakarta.mail.AuthenticationFailedException;

/** A mail was not sent. */
final class MailNotSent extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean hopeless;

    private MailNotSent(String message, boolean hopeless, Throwable cause) {
        super(message, cause);
        this.hopeless = hopeless;
    }

    /** Another try may succeed. */
    static MailNotSent yet(Exception cause) {
        return new MailNotSent(cause.getClass().getSimpleName(), false, cause);
    }

    /** Another try may succeed when the administrator has mended the mail session. */
    static MailNotSent notLetIn(AuthenticationFailedException cause) {
        return new MailNotSent("the mail server does not accept user and password of the mail session", false, cause);
    }

    /** Nobody takes mail for that address. */
    static MailNotSent ever(Exception cause) {
        return new MailNotSent("the address is not accepted", true, cause);
    }

    boolean hopeless() {
        return hopeless;
    }
}
