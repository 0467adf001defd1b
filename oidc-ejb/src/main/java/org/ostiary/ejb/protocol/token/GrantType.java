package org.ostiary.ejb.protocol.token;

import java.util.Optional;
import java.util.stream.Stream;

/** What a client may bring to the token endpoint (RFC 6749, section 1.3). */
public enum GrantType {
    /** A code that a person's consent led to. */
    AUTHORIZATION_CODE("authorization_code"),
    /** A refresh token. */
    REFRESH_TOKEN("refresh_token"),
    /** Nothing but its own credentials. */
    CLIENT_CREDENTIALS("client_credentials");

    private final String value;

    GrantType(String value) {
        this.value = value;
    }

    /** The value on the wire and in configuration. */
    public String value() {
        return value;
    }

    /** The constant of a value on the wire; letter case counts. */
    public static Optional<GrantType> of(String value) {
        return Stream.of(values()).filter(type -> type.value.equals(value)).findFirst();
    }
}
