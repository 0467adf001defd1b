package org.ostiary.ejb.outbound;

/** A call was refused by our own rules, or did not lead to an answer that they allow. The message says which, without secrets. */
public final class OutboundException extends Exception {
    private static final long serialVersionUID = 1L;

    OutboundException(String message) {
        super(message);
    }

    OutboundException(String message, Throwable cause) {
        super(message, cause);
    }
}
