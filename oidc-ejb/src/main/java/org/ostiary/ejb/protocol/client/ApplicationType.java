package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What kind of application a client is (OpenID Connect Registration 1.0, section 2). */
public enum ApplicationType {
    /** Runs on a server or in a browser. */
    WEB("web"),
    /** Is installed on a device (RFC 8252). */
    NATIVE("native");

    private final String value;

    ApplicationType(String value) {
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
    public static Optional<ApplicationType> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
