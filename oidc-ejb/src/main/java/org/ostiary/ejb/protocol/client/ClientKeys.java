package org.ostiary.ejb.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * The keys that verify what a client signs, and how it signs client assertions (OIDC Core 1.0, section 9).
 *
 * @param jwks a JWK Set (RFC 7517, section 5) with public keys only; null for none
 * @param jwksUri where the client publishes its JWK Set; null for nowhere. At most one of the two is set
 * @param assertionAlgorithm what client assertions are signed with; null for a client that sends none
 * @param tokenEndpointAudience whether an assertion may name the token endpoint as its audience, instead of the issuer
 */
public record ClientKeys(
        @Nullable String jwks,
        @Nullable String jwksUri,
        @Nullable JwsAlgorithm assertionAlgorithm,
        boolean tokenEndpointAudience) {
    /** Of a client that signs nothing. */
    public static final ClientKeys NONE = new ClientKeys(null, null, null, false);
}
