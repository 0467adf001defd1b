package org.ostiary.ejb.admin.keys;

/**
 * That another key follows now instead of when its time comes.
 *
 * @param algorithm of the key, for example {@code RS256}
 */
public record RotationOrder(String algorithm) {}
