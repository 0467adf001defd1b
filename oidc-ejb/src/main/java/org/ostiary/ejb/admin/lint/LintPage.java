package org.ostiary.ejb.admin.lint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Graded clients in the order of their identifiers.
 *
 * @param grades how many enabled clients have each grade, on all pages together
 * @param next names the page after this one; null for the last
 */
public record LintPage(
        Map<String, Integer> grades,
        List<LintView> clients,
        @Nullable String next) {}
