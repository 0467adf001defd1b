package org.ostiary.ejb.regulation;

import jakarta.ejb.ApplicationException;

/** A guess is the first for its counter, which must be made in a transaction of its own. */
@ApplicationException(rollback = true)
public final class CounterMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String counter;

    CounterMissing(String counter) {
        super("There is no such counter yet");
        this.counter = counter;
    }

    String counter() {
        return counter;
    }
}
