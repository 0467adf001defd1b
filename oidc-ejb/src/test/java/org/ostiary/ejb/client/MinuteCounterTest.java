package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;

class MinuteCounterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final MinuteCounter<String> counter = new MinuteCounter<>();

    @Test
    @DisplayName("So many are allowed within a minute, and the next may come when the first is a minute old")
    void countsWithinAMinute() {
        assertThat(counter.countUpTo("a", 2, NOW)).isZero();
        assertThat(counter.countUpTo("a", 2, NOW.plusSeconds(20))).isZero();
        assertThat(counter.countUpTo("a", 2, NOW.plusSeconds(45))).isEqualTo(Duration.ofSeconds(15));
        assertThat(counter.countUpTo("b", 2, NOW.plusSeconds(45))).isZero();
        assertThat(counter.countUpTo("a", 2, NOW.plusSeconds(60))).isZero();
    }

    @Test
    @DisplayName("Being refused is not counted, so that who keeps asking is let in again all the same")
    void refusalsAreNotCounted() {
        counter.countUpTo("a", 1, NOW);
        for (int second = 1; second < 60; second++) {
            assertThat(counter.countUpTo("a", 1, NOW.plusSeconds(second))).isPositive();
        }
        assertThat(counter.countUpTo("a", 1, NOW.plusSeconds(60))).isZero();
    }

    @Test
    @DisplayName("Memory is bounded: of those who come once, the oldest are forgotten")
    void memoryIsBounded() {
        for (int each = 0; each < 50_000; each++) {
            counter.count("caller " + each, NOW);
        }
        assertThat(counter.size()).isEqualTo(20_000);
        assertThat(counter.pause("caller 49999", 1, NOW)).isPositive();
        assertThat(counter.pause("caller 0", 1, NOW)).isZero();
    }

    @Test
    @DisplayName("Of many at once no more get through than are allowed")
    void noneSlipsThroughARace() throws InterruptedException {
        List<Duration> pauses = Race.run(8, () -> counter.countUpTo("a", 3, NOW));
        assertThat(Collections.frequency(pauses, Duration.ZERO)).isEqualTo(3);
    }
}
