package org.ostiary.ejb.admin.keys;

/**
 * That a key ends at once.
 *
 * @param dryRun whether it is only told what would break
 */
public record KeyRevocationOrder(boolean dryRun) {}
