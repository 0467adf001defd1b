package org.ostiary.ejb.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.audit.AuditEvent.KeyRevoked;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.trail.TrailSealService;

class CleanUpTest {

    private final RunningProvider provider = RunningProvider.with(SampleConfig.production());

    @Test
    @DisplayName("Part 12: a turn tidies everything, several batches of it, and says how many rows went from where")
    void balances() {
        for (int each = 0; each < 1_200; each++) {
            provider.database().execute("insert into used_identifier values ('x', ?, 0)", "hash-" + each);
        }
        provider.service(AuditService.class).note(new KeyRevoked("kid"), RunningProvider.FACTS);
        provider.service(TrailSealService.class).seal();
        provider.clock().forward(Duration.ofDays(401));
        cleanUp().tidyWhenDue();
        assertThat(provider.database().count("used_identifier")).isZero();
        assertThat(provider.database().count("audit_record")).isZero();
        assertThat(provider.service(Meters.class).text())
                .contains(
                        "ostiary_cleaned_rows_total{table=\"used_identifier\"} 1200",
                        "ostiary_cleaned_rows_total{table=\"audit_record\"} 1");
    }

    @Test
    void saysTheSumInOneLine() {
        CleanUpSheet sheet = new CleanUpSheet();
        sheet.add("refusal", 0);
        sheet.add("interaction", 2);
        sheet.add("access_token", 40);
        assertThat(sheet.line()).isEqualTo("Cleaned up 42 rows: access_token 40, interaction 2");
    }

    /** The container makes it; here it is wired by hand. */
    @SuppressWarnings("UnnecessaryAssignment")
    private CleanUp cleanUp() {
        CleanUp cleanUp = new CleanUp();
        cleanUp.service = provider.service(CleanUpService.class);
        cleanUp.trail = provider.service(TrailSealService.class);
        cleanUp.meters = provider.service(Meters.class);
        return cleanUp;
    }
}
