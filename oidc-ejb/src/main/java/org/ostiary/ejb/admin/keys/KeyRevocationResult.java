package org.ostiary.ejb.admin.keys;

/**
 * What comes of the end of a key.
 *
 * @param revoked whether it ended
 * @param consequence what breaks, in a sentence
 */
public record KeyRevocationResult(boolean revoked, String consequence) {}
