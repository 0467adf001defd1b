package org.ostiary.ejb.protocol.client;

/** Where clients prove who they are; each may have a method of its own there. */
public enum AuthenticatedEndpoint {
    TOKEN("token"),
    REVOCATION("revocation"),
    INTROSPECTION("introspection"),
    PUSHED_AUTHORIZATION_REQUEST("pushed-authorization-request");

    private final String value;

    AuthenticatedEndpoint(String value) {
        this.value = value;
    }

    /** The name in addresses and in configuration. */
    public String value() {
        return value;
    }

    /** What the names of stored metadata begin with, like {@code token_endpoint} (RFC 7591, section 2). */
    public String metadataName() {
        return value.replace('-', '_') + "_endpoint";
    }
}
