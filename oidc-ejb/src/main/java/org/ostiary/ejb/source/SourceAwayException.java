package org.ostiary.ejb.source;

/** A place outside cannot be asked now; why is for the operator only. */
public final class SourceAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    public SourceAwayException(String message) {
        super(message);
    }
}
