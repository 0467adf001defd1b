package org.ostiary.ejb.admin.definition;

import java.util.Map;

/**
 * What something that was defined here shall mean from now on.
 *
 * @param options all of them: one that is left out has its default
 * @param dryRun whether to only count the grants that would lose their right
 */
public record DefinitionChange(Map<String, String> options, boolean dryRun) {}
