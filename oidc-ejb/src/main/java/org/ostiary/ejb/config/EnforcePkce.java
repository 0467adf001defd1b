package org.ostiary.ejb.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Which clients must use PKCE whatever they are registered with (RFC 9700, section 2.1.1). */
public enum EnforcePkce {
    /** Public clients; confidential ones as registered. */
    PUBLIC_CLIENTS_ONLY("public_clients_only"),
    /** None; every client as registered. */
    NEVER("never"),
    /** All. */
    ALWAYS("always");

    private final String value;

    EnforcePkce(String value) {
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
    public static Optional<EnforcePkce> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
