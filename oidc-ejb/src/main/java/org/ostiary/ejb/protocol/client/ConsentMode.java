package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether a person is asked before a client gets what it requests. */
public enum ConsentMode {
    /** {@link #EXPLICIT} or {@link #PRE_CONFIGURED}, whichever fits the client. */
    AUTO("auto"),
    /** Asked every time. */
    EXPLICIT("explicit"),
    /** Never asked, unless the request demands it. */
    IMPLICIT("implicit"),
    /** Asked once; the answer is remembered for a configured time. */
    PRE_CONFIGURED("pre-configured");

    private final String value;

    ConsentMode(String value) {
        this.value = value;
    }

    /** The value on the wire and in configuration. */
    public String value() {
        return value;
    }

    /**
     * Finds the constant of a value on the wire.
     *
     * @return empty when no constant has this value; letter case counts
     */
    public static Optional<ConsentMode> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
