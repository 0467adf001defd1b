package org.ostiary.ejb.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;

class HealthServiceTest {

    @Test
    @DisplayName("Part 12: a node that is told to stop is not ready any more, although its database answers")
    void isNotReadyWhileItStops() {
        RunningProvider provider = RunningProvider.with(SampleConfig.production());
        assertThat(provider.service(HealthService.class).ready()).isTrue();
        provider.service(Readiness.class).stop();
        assertThat(provider.service(HealthService.class).ready()).isFalse();
    }
}
