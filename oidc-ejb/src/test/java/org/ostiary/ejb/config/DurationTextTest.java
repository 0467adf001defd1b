package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "90m, PT90M",
        "1h, PT1H",
        "1h30m, PT90M",
        "14d, PT336H",
        "1w, PT168H",
        "1w1d, PT192H",
        "PT1H, PT1H",
        "P2D, PT48H",
        "0s, PT0S"
    })
    void readsWhatOperatorsWrite(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "1 h", "1H", "-1h", "1.5h", "h", "1y", "P", "PT", "1h 30m", "9999999999s"})
    void refusesEverythingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatNobodyWrites() {
        assertThat(DurationText.parse("1s".repeat(30_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 10s", "PT10M, 10m", "PT90M, 90m", "PT24H, 1d", "PT1H, 1h", "PT61S, 61s"})
    void writesTheShortestText(Duration duration, String text) {
        assertThat(DurationText.write(duration)).isEqualTo(text);
    }
}
