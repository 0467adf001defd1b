package org.ostiary.ejb.protocol.authorize;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the operator set for all authorization requests.
 *
 * @param minimumParameterEntropy the shortest {@code state} or {@code nonce}, in characters; -1 for no minimum
 * @param plainChallengeAllowed whether the PKCE method {@code plain} may be used
 * @param tokenResponseTypes whether a response through the browser may carry an access token
 * @param registration whether people may make themselves an account, and so {@code prompt=create} is known
 * @param scopesKnown every scope that has a meaning here
 */
public record AuthorizationRules(
        int minimumParameterEntropy,
        boolean plainChallengeAllowed,
        boolean tokenResponseTypes,
        boolean registration,
        Set<String> scopesKnown) {

    /** The prompts that this provider acts on, in the order they are published. */
    public Set<Prompt> promptsKnown() {
        return registration ? EnumSet.allOf(Prompt.class) : EnumSet.complementOf(EnumSet.of(Prompt.CREATE));
    }
}
