package org.ostiary.ejb.admin.definition;

/**
 * What came of a change, or would.
 *
 * @param definition as it is now, also where nothing was changed
 * @param dryRun whether nothing was changed
 * @param grants how many grants lose their right by it; none ever does by a scope or a claims policy
 */
public record DefinitionResult(DefinitionView definition, boolean dryRun, int grants) {}
