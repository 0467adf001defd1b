package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person must have done before a client is told who they are. */
public enum AuthorizationPolicy {
    /** A password is enough. */
    ONE_FACTOR("one_factor"),
    /** A second factor is required as well. */
    TWO_FACTOR("two_factor"),
    /** Nothing helps: the person may not use the client. */
    DENY("deny");

    private final String value;

    AuthorizationPolicy(String value) {
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
    public static Optional<AuthorizationPolicy> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
