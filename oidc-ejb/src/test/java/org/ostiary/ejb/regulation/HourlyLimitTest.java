package org.ostiary.ejb.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;

class HourlyLimitTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final HourlyLimit limit = provider.service(HourlyLimit.class);

    @Test
    @DisplayName("Who comes in the instant in which another opens the counter is counted, not refused")
    void countsWhoLostTheOpening() throws InterruptedException {
        List<Boolean> answers = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            String what = "round " + round;
            answers.addAll(Race.run(4, () -> limit.allows(what, "192.0.2.7", 4)));
            assertThat(limit.allows(what, "192.0.2.7", 4)).isFalse();
        }
        assertThat(answers).hasSize(200).containsOnly(true);
    }
}
