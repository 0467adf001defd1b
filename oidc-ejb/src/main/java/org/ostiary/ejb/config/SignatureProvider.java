package org.ostiary.ejb.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Which implementation computes signatures. */
public enum SignatureProvider {
    /** The Amazon Corretto provider where its native library loads, else the JDK. */
    AUTO("auto"),
    /** The JDK. */
    JDK("jdk"),
    /** The Amazon Corretto provider; the start fails where it does not load. */
    CORRETTO("corretto");

    private final String value;

    SignatureProvider(String value) {
        this.value = value;
    }

    /** The value in the configuration. */
    public String value() {
        return value;
    }

    /**
     * Finds the constant of a configured value.
     *
     * @return empty when no constant has this value; letter case counts
     */
    public static Optional<SignatureProvider> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
