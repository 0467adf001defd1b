package org.ostiary.ejb.ending;

/**
 * An attempt that this node took, and nobody else makes.
 *
 * @param lease names the attempt
 * @param attempt how many there were, this one included
 * @param sub what the client knows the person by
 */
public record DueDelivery(String id, String lease, int attempt, String clientId, String sub, String sessionId) {}
