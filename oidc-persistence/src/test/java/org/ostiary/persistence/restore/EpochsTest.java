package org.ostiary.persistence.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.fixture.Database;

class EpochsTest {

    private static final Instant FIRST = Instant.ofEpochMilli(1);

    @ParameterizedTest
    @DisplayName("Part 12: an epoch begins once, and a later one again")
    @EnumSource
    void beginsOnce(Database database) {
        Instant epoch = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(database.did(entities -> new Epochs(entities).begin(epoch))).isTrue();
        assertThat(database.did(entities -> new Epochs(entities).begin(epoch))).isFalse();
        assertThat(database.did(entities -> new Epochs(entities).begin(epoch.minusSeconds(1))))
                .isFalse();
        assertThat(database.did(entities -> new Epochs(entities).begin(epoch.plusMillis(1))))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("Part 12: nothing that was issued since is ended")
    @EnumSource
    void endsNothingOfNow(Database database) {
        for (Issued kind : Issued.values()) {
            if (kind != Issued.PUSHED_REQUEST) {
                int ended = database.ask(entities -> new Epochs(entities).end(kind, FIRST, FIRST));
                assertThat(ended).as(kind.name()).isZero();
            }
        }
        Instant farAway = Instant.parse("2200-01-01T00:00:00Z");
        int pushed = database.ask(entities -> new Epochs(entities).end(Issued.PUSHED_REQUEST, FIRST, farAway));
        assertThat(pushed).isZero();
    }
}
