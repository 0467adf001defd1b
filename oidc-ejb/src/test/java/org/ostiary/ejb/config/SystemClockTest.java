package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    @Test
    @DisplayName("A moment has no more digits than the database keeps")
    void ticksInWholeMilliseconds() {
        Clock clock = new SystemClock().clock();

        assertThat(Stream.generate(clock::instant).limit(1000))
                .allSatisfy(moment -> assertThat(moment).isEqualTo(moment.truncatedTo(ChronoUnit.MILLIS)));
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
