package org.ostiary.ejb.protocol.authorize;

/**
 * What the operator set for all authorization requests.
 *
 * @param minimumParameterEntropy the shortest {@code state} or {@code nonce}, in characters; -1 for no minimum
 * @param plainChallengeAllowed whether the PKCE method {@code plain} may be used
 */
public record AuthorizationRules(int minimumParameterEntropy, boolean plainChallengeAllowed) {}
