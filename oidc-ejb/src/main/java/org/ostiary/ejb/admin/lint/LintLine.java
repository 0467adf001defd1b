package org.ostiary.ejb.admin.lint;

import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintRule;

/**
 * Something that is true of a client and should not be.
 *
 * @param grade the best that the client can have for it
 * @param fix what is wrong and what to do
 */
public record LintLine(String rule, String section, LintGrade grade, String fix) {

    static LintLine of(LintRule rule) {
        return new LintLine(rule.id(), rule.section(), rule.grade(), rule.fix());
    }
}
