package org.ostiary.ejb.config;

import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;

/**
 * How often things may be tried within a minute by one client from one address; 0 is off. Each node counts for itself.
 *
 * @param failedClientAuthentication failed authentications
 * @param token token requests
 * @param pushedAuthorizationRequest pushed authorization requests (RFC 9126, section 2.3)
 * @param revocation revocations
 * @param introspection introspections
 */
public record RateLimits(
        int failedClientAuthentication, int token, int pushedAuthorizationRequest, int revocation, int introspection) {
    /** Nothing is counted. */
    public static final RateLimits OFF = new RateLimits(0, 0, 0, 0, 0);

    /** How many requests an endpoint takes. */
    public int requests(AuthenticatedEndpoint endpoint) {
        return switch (endpoint) {
            case TOKEN -> token;
            case PUSHED_AUTHORIZATION_REQUEST -> pushedAuthorizationRequest;
            case REVOCATION -> revocation;
            case INTROSPECTION -> introspection;
        };
    }
}
