package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether clients know a person by the same name (OIDC Core 1.0, section 8). */
public enum SubjectType {
    /** All clients see the same {@code sub}. */
    PUBLIC("public"),
    /** Each sector sees another {@code sub}. */
    PAIRWISE("pairwise");

    private final String value;

    SubjectType(String value) {
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
    public static Optional<SubjectType> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
