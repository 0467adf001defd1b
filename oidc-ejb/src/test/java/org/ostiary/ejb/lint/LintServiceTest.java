package org.ostiary.ejb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintRule;

class LintServiceTest {

    private final LintService service = RunningProvider.emptied().service(LintService.class);

    @Test
    @DisplayName("RFC 9700: a registered client is graded as it is now, and an unknown one is not")
    void gradesWhatIsRegistered() {
        assertThat(service.grade("app")).hasValueSatisfying(report -> {
            assertThat(report.grade()).isEqualTo(LintGrade.B);
            assertThat(report.findings()).contains(LintRule.SHARED_SECRET);
        });
        assertThat(service.grade("nobody")).isEmpty();
    }
}
