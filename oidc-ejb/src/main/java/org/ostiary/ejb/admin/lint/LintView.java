package org.ostiary.ejb.admin.lint;

import java.util.List;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintReport;

/** How well a client is registered, and why it is no better. */
public record LintView(String clientId, LintGrade grade, List<LintLine> findings) {

    public static LintView of(LintReport report) {
        return new LintView(
                report.clientId(),
                report.grade(),
                report.findings().stream().map(LintLine::of).toList());
    }
}
