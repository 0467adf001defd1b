package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What a request that names no audience is granted. */
public enum AudienceMode {
    /** Nothing but what is asked for. */
    EXPLICIT("explicit"),
    /** Every audience that the client may ask for. */
    IMPLICIT("implicit");

    private final String value;

    AudienceMode(String value) {
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
    public static Optional<AudienceMode> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
