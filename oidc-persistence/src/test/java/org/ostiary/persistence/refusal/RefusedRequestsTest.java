package org.ostiary.persistence.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.fixture.Database;

class RefusedRequestsTest {

    /** Later than whatever else is in the database. */
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final String unique = UUID.randomUUID().toString();

    @ParameterizedTest
    @DisplayName("S12: a refusal is read back as it was written, texts that are too long cut")
    @EnumSource
    void isReadBack(Database database) {
        RefusedRequest full = new RefusedRequest(
                unique, LAST, "app", "invalid_request", "max-age", "s".repeat(201), "d".repeat(1001));
        full.show("max_age", "g".repeat(101), "0 to 999999999");
        RefusedRequest sparse = new RefusedRequest(unique + "s", LAST, null, "status 404", "http", "RFC 9110", "none");
        database.tell(entities -> {
            new RefusedRequests(entities).add(full);
            new RefusedRequests(entities).add(sparse);
        });
        assertThat(found(database, unique)).usingRecursiveComparison().isEqualTo(full);
        assertThat(found(database, unique + "s")).usingRecursiveComparison().isEqualTo(sparse);
        assertThat(full.section()).hasSize(200);
        assertThat(full.description()).hasSize(1000);
        assertThat(full.got()).hasSize(100);
    }

    @ParameterizedTest
    @DisplayName("S12: the newest are kept, and the others go a batch at a time")
    @EnumSource
    void keepsTheNewest(Database database) {
        database.tell(entities -> {
            for (int second = 0; second < 5; second++) {
                new RefusedRequests(entities)
                        .add(new RefusedRequest(
                                unique + second, LAST.plusSeconds(second + 1), null, "e", "r", "s", "d"));
            }
        });
        int deleted = database.ask(entities -> new RefusedRequests(entities).deleteBeyond(2, 2));
        assertThat(deleted).isEqualTo(2);
        assertThat(exists(database, 4)).isTrue();
        assertThat(exists(database, 3)).isTrue();
        assertThat(exists(database, 2)).isFalse();
        assertThat(exists(database, 1)).isFalse();
        assertThat(exists(database, 0)).isTrue();
    }

    private boolean exists(Database database, int second) {
        return database.ask(
                entities -> new RefusedRequests(entities).find(unique + second).isPresent());
    }

    private static RefusedRequest found(Database database, String id) {
        return database.ask(entities -> new RefusedRequests(entities).find(id).orElseThrow());
    }
}
