package org.ostiary.ejb.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * How a client proves who it is at one endpoint.
 *
 * @param algorithm what its assertions are signed with; null for any that goes with the method
 */
public record EndpointAuthentication(
        ClientAuthenticationMethod method, @Nullable JwsAlgorithm algorithm) {}
