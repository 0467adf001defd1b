package org.ostiary.ejb.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;

class DeliveryServiceTest {

    private static final Duration TOOK = Duration.ofMillis(7);

    private final RunningProvider provider = RunningProvider.emptied();
    private final DeliveryService service = provider.service(DeliveryService.class);

    @Test
    @DisplayName("S27: an attempt is handed out once, also when many ask at the same time")
    void handsOutOnce() throws InterruptedException {
        add("d-1", "app");
        List<List<DueDelivery>> taken = Race.run(8, () -> service.take(10, client -> 4));
        assertThat(taken.stream().mapToInt(List::size).sum()).isOne();
    }

    @Test
    @DisplayName(
            "S27: an attempt whose node died is due again when its lease is over, and the dead one's word counts no more")
    void comesBackWhenItsNodeDied() {
        add("d-1", "app");
        DueDelivery lost = only();
        assertThat(take()).isEmpty();
        provider.clock().forward(Duration.ofSeconds(30));
        DueDelivery again = only();
        assertThat(again.attempt()).isEqualTo(2);
        service.delivered(again, 200, TOOK);
        service.failed(lost, "too late", TOOK);
        assertThat(state()).containsExactly("DELIVERED 2 status 200");
    }

    @Test
    @DisplayName("S27: what failed is tried again after 5 s, 30 s, 2 min, 10 min and 1 h, then given up and audited")
    void triesAgainAndGivesUp() {
        add("d-1", "app");
        for (int seconds : new int[] {5, 30, 120, 600, 3600}) {
            service.failed(only(), "status 503", TOOK);
            provider.clock().forward(Duration.ofSeconds(seconds - 1));
            assertThat(take()).as("before %d s", seconds).isEmpty();
            provider.clock().forward(Duration.ofSeconds(1));
        }
        service.failed(only(), "status 503", TOOK);
        provider.clock().forward(Duration.ofDays(1));
        assertThat(take()).isEmpty();
        assertThat(state()).containsExactly("GIVEN_UP 6 status 503");
        assertThat(provider.audited("logout_not_delivered")).isOne();
    }

    @Test
    @DisplayName("S27: what a client refuses is not tried again, but audited")
    void takesNoForAnAnswer() {
        add("d-1", "app");
        service.refused(only(), "status 400", TOOK);
        provider.clock().forward(Duration.ofDays(1));
        assertThat(take()).isEmpty();
        assertThat(state()).containsExactly("REFUSED 1 status 400");
        assertThat(provider.audited("logout_not_delivered")).isOne();
    }

    @Test
    @DisplayName("L06: a client that hangs takes its own places only")
    void leavesPlacesForOthers() {
        for (int i = 0; i < 10; i++) {
            add("slow-" + i, "slow");
        }
        add("quick", "quick");
        assertThat(service.take(32, client -> client.equals("slow") ? 2 : 4))
                .extracting(DueDelivery::clientId)
                .containsExactlyInAnyOrder("slow", "slow", "quick");
    }

    private DueDelivery only() {
        List<DueDelivery> taken = take();
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private List<DueDelivery> take() {
        return service.take(32, client -> 4);
    }

    private List<String> state() {
        return provider.database().texts("select state || ' ' || attempts || ' ' || last_answer from logout_delivery");
    }

    private void add(String id, String clientId) {
        long now = provider.clock().instant().toEpochMilli();
        provider.database()
                .execute(
                        "insert into logout_delivery (id, session_id, account_id, client_id, sub, channel, state,"
                                + " attempts, created_at, next_at) values (?, 's', 'a', ?, 'x', 'BACK', 'WAITING', 0, ?, ?)",
                        id,
                        clientId,
                        now,
                        now);
    }
}
