package org.ostiary.ejb.protocol.lint;

import java.util.List;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * What was found about one client.
 *
 * @param findings the worst first
 */
public record LintReport(String clientId, LintGrade grade, List<LintRule> findings) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Looks at a client. */
    public static LintReport of(RegisteredClient client) {
        List<LintRule> findings = Stream.of(LintRule.values())
                .filter(rule -> rule.isTrueOf(client))
                .toList();
        LintGrade worst =
                findings.stream().map(LintRule::grade).max(LintGrade::compareTo).orElse(LintGrade.A);
        return new LintReport(client.clientId(), worst, findings);
    }
}
