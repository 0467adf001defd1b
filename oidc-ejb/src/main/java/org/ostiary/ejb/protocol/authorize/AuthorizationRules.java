package org.ostiary.ejb.protocol.authorize;

/**
 * What the operator set for all authorization requests.
 *
 * @param minimumParameterEntropy the shortest {@code state} or {@code nonce}, in characters; -1 for no minimum
 */
public record AuthorizationRules(int minimumParameterEntropy) {}
