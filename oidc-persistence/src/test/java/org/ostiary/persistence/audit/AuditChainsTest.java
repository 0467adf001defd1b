package org.ostiary.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.fixture.Database;

class AuditChainsTest {

    private static final int NODES = 4;
    private static final int RECORDS = 60;

    /** Later than whatever else is in the database. */
    private static final Instant DAY = Instant.parse("2100-01-01T00:00:00Z");

    private final String event = "test " + UUID.randomUUID();

    @ParameterizedTest
    @DisplayName("Part 12: nodes that hold the chain one after another give every place once")
    @EnumSource
    void givesEveryPlaceOnce(Database database) throws Exception {
        note(database, DAY);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Future<Integer>> sealed = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            sealed.add(nodes.submit(() -> sealAll(database)));
        }
        int sum = 0;
        for (Future<Integer> each : sealed) {
            sum += each.get();
        }
        nodes.shutdown();
        assertThat(sum).isGreaterThanOrEqualTo(RECORDS);
        ChainEnds ends =
                database.ask(entities -> new AuditChains(entities).current().ends());
        List<Long> places = database.ask(entities -> new AuditChains(entities)
                .between(0, ends.lastPosition(), 100_000).stream()
                        .map(AuditRecord::position)
                        .toList());
        assertThat(places).hasSize((int) ends.lastPosition()).doesNotHaveDuplicates();
        assertThat(database.did(entities -> new AuditChains(entities).countWaiting() == 0))
                .isTrue();
        assertThat(database.did(entities -> new AuditChains(entities).beyond(1).isEmpty()))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("Part 12: events are counted by day and client")
    @EnumSource
    void counts(Database database) {
        note(database, DAY.plusSeconds(86_399));
        note(database, DAY.plusSeconds(86_400));
        List<Object[]> days =
                database.ask(entities -> new AuditRecords(entities).countByDay(List.of(event, "another"), DAY));
        assertThat(days)
                .extracting(row -> ((Number) row[0]).longValue(), row -> ((Number) row[2]).intValue())
                .containsExactly(tuple(47_482L, RECORDS), tuple(47_483L, RECORDS));
        List<Object[]> busiest =
                database.ask(entities -> new AuditRecords(entities).busiest(event, DAY.plusSeconds(86_400), 5));
        assertThat(busiest).hasSize(1);
        assertThat(busiest.get(0)).containsExactly("client", (long) RECORDS);
    }

    private void note(Database database, Instant at) {
        database.tell(entities -> {
            for (int each = 0; each < RECORDS; each++) {
                new AuditRecords(entities)
                        .add(new AuditRecord(at, event, "success", null, "client", null, "192.0.2.1", "request")
                                .by("server", null)
                                .provedBy("proof"));
            }
        });
    }

    private static int sealAll(Database database) {
        int sum = 0;
        int batch;
        do {
            batch = database.ask(entities -> seal(new AuditChains(entities)));
            sum += batch;
        } while (batch > 0);
        return sum;
    }

    private static int seal(AuditChains chains) {
        ChainEnds held = chains.held().ends();
        ChainEnds ends = held;
        List<AuditRecord> waiting = chains.waiting(7);
        for (AuditRecord each : waiting) {
            if (chains.seal(each, ends.lastPosition() + 1, "seal")) {
                ends = ends.endingAt(ends.lastPosition() + 1, "seal");
            }
        }
        assertThat(chains.move(held, ends, "mark")).isTrue();
        return waiting.size();
    }
}
