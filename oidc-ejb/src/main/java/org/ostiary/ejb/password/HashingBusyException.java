package org.ostiary.ejb.password;

/** All places for computing a password hash stayed taken for as long as a caller may wait; to be tried again later. */
public final class HashingBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HashingBusyException(String message) {
        super(message);
    }
}
