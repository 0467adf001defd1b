package org.ostiary.ejb.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.cleanup.CleanUpService;
import org.ostiary.ejb.config.RegulationMode;
import org.ostiary.ejb.config.RegulationRules;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

class RegulationTest {

    private static final int MOST = RegulationRules.STANDARD.maxRetries();

    private final RunningProvider provider = RunningProvider.emptied();
    private final Regulation regulation = provider.service(Regulation.class);

    @Test
    @DisplayName("F09, CVE-2024-4629: of 200 guesses at once on two nodes exactly as many are judged as one by one")
    void isExactUnderARace() throws Exception {
        Regulation otherNode = node(RegulationRules.STANDARD);
        AtomicInteger turn = new AtomicInteger();
        List<Optional<Guess>> guesses = Race.run(200, () -> {
            Regulation node = turn.getAndIncrement() % 2 == 0 ? regulation : otherNode;
            Optional<Guess> guess = begin(node, "alice", "192.0.2.7");
            guess.ifPresent(each -> node.fail(each, null, facts("192.0.2.7")));
            return guess;
        });
        assertThat(guesses.stream().filter(Optional::isPresent)).hasSize(MOST);
        assertThat(provider.audited("account_locked")).isOne();
        assertThat(begin(regulation, "alice", "192.0.2.7")).isEmpty();
    }

    @Test
    @DisplayName("Who comes in the instant in which another makes the counter is let in, as there is room")
    void letsInWhoLostTheOpening() throws Exception {
        for (int round = 0; round < 50; round++) {
            String name = "name " + round;
            String ip = "192.0.2." + round;
            assertThat(Race.run(MOST, () -> begin(regulation, name, ip)))
                    .as(name)
                    .hasSize(MOST)
                    .allMatch(Optional::isPresent);
            assertThat(begin(regulation, name, ip)).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "F09: guesses that are judged at the same time cannot be more than the limit, and what is taken back is free")
    void countsWhatIsNotJudgedYet() {
        List<Guess> open = List.of(
                begin(regulation, "alice", "192.0.2.7").orElseThrow(),
                begin(regulation, "alice", "192.0.2.7").orElseThrow(),
                begin(regulation, "alice", "192.0.2.7").orElseThrow());
        assertThat(begin(regulation, "alice", "192.0.2.7")).isEmpty();
        assertThat(provider.audited("account_locked")).isZero();
        regulation.takeBack(open.get(0));
        assertThat(begin(regulation, "alice", "192.0.2.7")).isPresent();
    }

    @Test
    @DisplayName("A guess that took longer than its time does not disturb the count of the next")
    void aLateGuessDisturbsNothing() {
        Guess late = begin(regulation, "alice", "192.0.2.7").orElseThrow();
        provider.clock().forward(RegulationRules.STANDARD.findTime());
        begin(regulation, "alice", "192.0.2.7");
        regulation.takeBack(late);
        regulation.fail(late, null, facts("192.0.2.7"));
        assertThat(provider.database().texts("select tries || ' ' || failures from guess_counter"))
                .containsExactly("1 0");
    }

    @Test
    @DisplayName("F12: addresses are counted where that is wanted, IPv6 by the /64, whatever names are guessed")
    void countsAddresses() {
        Regulation node = node(new RegulationRules(
                Set.of(RegulationMode.IP, RegulationMode.USER), MOST, Duration.ofMinutes(2), Duration.ofMinutes(5)));
        for (int time = 0; time < MOST; time++) {
            String ip = "2001:db8:0:1::" + time;
            node.fail(begin(node, "name " + time, ip).orElseThrow(), null, facts(ip));
        }
        assertThat(begin(node, "another name", "2001:db8:0:1:ffff::1")).isEmpty();
        assertThat(begin(node, "another name", "2001:db8:0:2::1")).isPresent();
        assertThat(provider.database().texts("select reason from audit_record where event = 'account_locked'"))
                .singleElement()
                .asString()
                .startsWith("passwords from one address, until ");
    }

    @Test
    @DisplayName("A guess that the name's counter refuses is not counted for the address")
    void takesBackWhatASecondCounterRefuses() {
        Regulation node = node(new RegulationRules(
                Set.of(RegulationMode.IP, RegulationMode.USER), MOST, Duration.ofMinutes(2), Duration.ofMinutes(5)));
        for (int time = 0; time < MOST; time++) {
            String ip = "198.51.100." + time;
            node.fail(begin(node, "alice", ip).orElseThrow(), null, facts(ip));
        }
        for (int time = 0; time < MOST; time++) {
            assertThat(begin(node, "alice", "192.0.2.7")).isEmpty();
        }
        assertThat(begin(node, "bob", "192.0.2.7")).isPresent();
    }

    @Test
    @DisplayName("Without addresses among the modes they are not counted; with no retries nothing is")
    void countsOnlyWhatIsWanted() {
        for (int time = 0; time < 2 * MOST; time++) {
            regulation.fail(begin(regulation, "name " + time, "192.0.2.7").orElseThrow(), null, facts("192.0.2.7"));
        }
        Regulation off =
                node(new RegulationRules(Set.of(RegulationMode.USER), 0, Duration.ofMinutes(2), Duration.ofMinutes(5)));
        for (int time = 0; time < 2 * MOST; time++) {
            off.fail(begin(off, "alice", "192.0.2.7").orElseThrow(), null, facts("192.0.2.7"));
        }
        assertThat(provider.database().count("guess_counter")).isEqualTo(2L * MOST);
    }

    @Test
    @DisplayName("Counters are tidied away a day after their time")
    void areCleanedUp() {
        begin(regulation, "alice", "192.0.2.7");
        provider.clock().forward(RegulationRules.STANDARD.findTime().plusDays(1));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.GUESS_COUNTER, Swept.START)
                        .deleted())
                .isZero();
        provider.clock().forward(Duration.ofMillis(1));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.GUESS_COUNTER, Swept.START)
                        .deleted())
                .isOne();
    }

    private Regulation node(RegulationRules rules) {
        RunningProvider node = new RunningProvider(
                provider.database(), SampleConfig.production().with(rules).build());
        return node.service(Regulation.class);
    }

    private static Optional<Guess> begin(Regulation node, String username, String ip) {
        return node.begin(username, null, new Visitor(null, null, facts(ip)));
    }

    private static RequestFacts facts(String ip) {
        return new RequestFacts("request-1", ip, "");
    }
}
