package org.ostiary.ejb.admin.people;

/**
 * That a person shall have no second factor any more.
 *
 * @param dryRun whether only to tell what there is
 */
public record FactorResetOrder(boolean dryRun) {}
