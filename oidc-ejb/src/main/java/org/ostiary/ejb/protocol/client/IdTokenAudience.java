package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** Whom ID tokens are for. */
public enum IdTokenAudience {
    /** The client alone (OIDC Core 1.0, section 2). */
    SPECIFICATION("specification"),
    /** The client, and the resource servers that its access tokens are for; for applications that hand ID tokens on. */
    EXPERIMENTAL_MERGED("experimental-merged");

    private final String value;

    IdTokenAudience(String value) {
        this.value = value;
    }

    /** The value in configuration and in stored metadata. */
    public String value() {
        return value;
    }

    /** The constant of a value; letter case counts. */
    public static Optional<IdTokenAudience> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
