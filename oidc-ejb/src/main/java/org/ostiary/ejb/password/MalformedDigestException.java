package org.ostiary.ejb.password;

/** A text is not a password digest that Ostiary verifies. The message says why, and never contains a part of the text. */
public final class MalformedDigestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedDigestException(String reason) {
        super("the password digest " + reason);
        this.reason = reason;
    }

    /** Why, to be put after a name of the digest: "is not of a known format". */
    public String reason() {
        return reason;
    }
}
