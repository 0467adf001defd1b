package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** How a client proves who it is at the token endpoint (OIDC Core 1.0, section 9). */
public enum ClientAuthenticationMethod {
    /** The secret in the {@code Authorization} header (RFC 6749, section 2.3.1). */
    CLIENT_SECRET_BASIC("client_secret_basic"),
    /** The secret in the request body (RFC 6749, section 2.3.1). */
    CLIENT_SECRET_POST("client_secret_post"),
    /** An assertion under the secret (OIDC Core 1.0, section 9; RFC 7523, section 2.2). */
    CLIENT_SECRET_JWT("client_secret_jwt"),
    /** An assertion under a private key (OIDC Core 1.0, section 9; RFC 7523, section 2.2). */
    PRIVATE_KEY_JWT("private_key_jwt"),
    /** Not at all: a public client. */
    NONE("none");

    private final String value;

    ClientAuthenticationMethod(String value) {
        this.value = value;
    }

    /** Whether the client shares a secret with the provider. */
    public boolean usesSecret() {
        return this != NONE && this != PRIVATE_KEY_JWT;
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
    public static Optional<ClientAuthenticationMethod> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
