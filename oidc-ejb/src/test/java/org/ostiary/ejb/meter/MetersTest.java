package org.ostiary.ejb.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final Meters meters = new Meters();

    @Test
    @DisplayName("Part 12: counts and times are told in the text format of Prometheus")
    void tells() {
        meters.count("requests", "endpoint", "token", "outcome", "ok");
        meters.count("requests", "endpoint", "token", "outcome", "ok");
        meters.count("requests", "endpoint", "a\"b\\c\nd", "outcome", "ok");
        meters.time("hash", 1_500_000_000);
        assertThat(meters.text()).isEqualTo("""
                # TYPE hash_seconds_count counter
                hash_seconds_count 1
                # TYPE hash_seconds_sum counter
                hash_seconds_sum 1.500000
                # TYPE requests_total counter
                requests_total{endpoint="a\\"b\\\\c\\nd",outcome="ok"} 1
                requests_total{endpoint="token",outcome="ok"} 2
                """);
    }

    @Test
    @DisplayName("Part 12: there is a most of series, and those that are there go on")
    void isBounded() {
        for (int each = 0; each < Meters.MOST_SERIES + 100; each++) {
            meters.count("x", "label", Integer.toString(each));
        }
        meters.count("x", "label", "0");
        assertThat(meters.text().lines().filter(line -> line.startsWith("x_total")))
                .hasSize(Meters.MOST_SERIES)
                .contains("x_total{label=\"0\"} 2");
    }
}
