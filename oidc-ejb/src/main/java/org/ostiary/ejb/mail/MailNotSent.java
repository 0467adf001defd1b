package org.ostiary.ejb.mail;

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

    /** Nobody takes mail for that address. */
    static MailNotSent ever(Exception cause) {
        return new MailNotSent("the address is not accepted", true, cause);
    }

    boolean hopeless() {
        return hopeless;
    }
}
