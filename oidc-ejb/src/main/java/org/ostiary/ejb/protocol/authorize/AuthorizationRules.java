package org.ostiary.ejb.protocol.authorize;

import java.util.Set;

/**
 * What the operator set for all authorization requests.
 *
 * @param minimumParameterEntropy the shortest {@code state} or {@code nonce}, in characters; -1 for no minimum
 * @param plainChallengeAllowed whether the PKCE method {@code plain} may be used
 * @param tokenResponseTypes whether a response through the browser may carry an access token
 * @param scopesKnown every scope that has a meaning here
 */
public record AuthorizationRules(
        int minimumParameterEntropy,
        boolean plainChallengeAllowed,
        boolean tokenResponseTypes,
        Set<String> scopesKnown) {}
