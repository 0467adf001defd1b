package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {

    @Test
    void saysTheLargestUnitThatFits() {
        assertThat(DurationText.of(Duration.ofDays(7))).isEqualTo("7 days");
        assertThat(DurationText.of(Duration.ofHours(24))).isEqualTo("1 day");
        assertThat(DurationText.of(Duration.ofHours(36))).isEqualTo("36 hours");
        assertThat(DurationText.of(Duration.ofMinutes(61))).isEqualTo("61 minutes");
        assertThat(DurationText.of(Duration.ofMinutes(1))).isEqualTo("1 minute");
    }
}
