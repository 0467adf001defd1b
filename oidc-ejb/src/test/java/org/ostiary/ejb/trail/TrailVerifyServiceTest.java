package org.ostiary.ejb.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.audit.AuditEvent.KeyRevoked;
import org.ostiary.ejb.audit.AuditEvent.LoginFailed;
import org.ostiary.ejb.audit.AuditEvent.LoginSucceeded;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.trail.TrailFinding.Kind;

class TrailVerifyServiceTest {

    /** Nothing was kept elsewhere. */
    private static final TrailEnd NOTHING = new TrailEnd(0, "");

    private final RunningProvider provider = RunningProvider.emptied();
    private final TestDatabase database = provider.database();

    @Test
    @DisplayName("S18: what the server wrote is whole, sealed or not yet")
    void findsNothingInItsOwnRecords() {
        assertThat(verify().whole()).isTrue();
        note(3);
        assertThat(verify().waiting()).isEqualTo(3);
        seal();
        note(1);
        TrailReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.waiting()).isOne();
        assertThat(report.end().position()).isEqualTo(3);
        assertThat(report.end().seal()).hasSize(43);
    }

    @Test
    @DisplayName("S18: a change of any column of any record is found and named")
    void findsAChange() {
        for (int each = 0; each < 3; each++) {
            provider.service(AuditService.class).note(new LoginSucceeded("account", "client"), FACTS);
        }
        seal();
        for (String change : List.of(
                "event = 'login_failed'",
                "outcome = 'failure'",
                "account_id = 'mallory'",
                "account_id = null",
                "client_id = 'other'",
                "reason = 'x'",
                "rule = 'x'",
                "actor = 'server'",
                "ip = '192.0.2.8'",
                "request_id = 'x'",
                "happened_at = happened_at + 1")) {
            database.execute("create table kept as select * from audit_record");
            database.execute("update audit_record set " + change + " where seal_position = 2");
            assertThat(verify().findings()).as(change).containsExactly(new TrailFinding(Kind.CHANGED, 2, idAt(2)));
            database.execute("delete from audit_record");
            database.execute("insert into audit_record select * from kept");
            database.execute("drop table kept");
        }
        assertThat(verify().whole()).isTrue();
    }

    @Test
    @DisplayName("S18: a record that was removed is found by its place, in the middle, at the beginning and at the end")
    void findsWhatWasRemoved() {
        note(5);
        seal();
        database.execute("delete from audit_record where seal_position in (1, 3, 5)");
        assertThat(verify().findings())
                .containsExactly(
                        new TrailFinding(Kind.REMOVED, 1, null),
                        new TrailFinding(Kind.REMOVED, 3, null),
                        new TrailFinding(Kind.REMOVED, 5, null));
    }

    @Test
    @DisplayName("S18: closing the ranks behind a removed record is found too")
    void findsClosedRanks() {
        note(4);
        seal();
        database.execute("delete from audit_record where seal_position = 2");
        database.execute("update audit_record set seal_position = 2 where seal_position = 3");
        database.execute("update audit_record set seal_position = 3 where seal_position = 4");
        assertThat(verify().findings())
                .extracting(TrailFinding::kind)
                .containsExactly(Kind.MOVED, Kind.MOVED, Kind.REMOVED);
    }

    @Test
    @DisplayName("S18: a row that somebody else inserts is named, whether it waits or the server sealed it")
    void findsWhatWasInserted() {
        note(1);
        insert("forged-1");
        insert("forged-2");
        database.execute("update audit_record set proof = ("
                + "select proof from audit_record where proof is not null) where id = 'forged-2'");
        assertThat(verify().findings())
                .containsExactlyInAnyOrder(
                        new TrailFinding(Kind.INSERTED, 0, "forged-1"), new TrailFinding(Kind.CHANGED, 0, "forged-2"));
        seal();
        assertThat(verify().findings())
                .extracting(TrailFinding::kind, TrailFinding::recordId)
                .containsExactlyInAnyOrder(tuple(Kind.INSERTED, "forged-1"), tuple(Kind.CHANGED, "forged-2"));
    }

    @Test
    @DisplayName("S18: a row that is put behind the end of the chain is found")
    void findsWhatStandsBehindTheEnd() {
        note(2);
        seal();
        database.execute("update audit_record set seal_position = 9 where seal_position = 2");
        assertThat(verify().findings())
                .extracting(TrailFinding::kind, TrailFinding::position)
                .containsExactly(tuple(Kind.REMOVED, 2L), tuple(Kind.MOVED, 9L));
    }

    @Test
    @DisplayName("S18: whoever cuts the end must change the row that counts, and has no key for its mark")
    void findsACutEnd() {
        note(3);
        seal();
        database.execute("delete from audit_record where seal_position = 3");
        database.execute("update audit_chain set last_position = 2,"
                + " last_seal = (select seal from audit_record where seal_position = 2)");
        assertThat(verify().findings()).containsExactly(new TrailFinding(Kind.ENDS_CHANGED, 0, null));
        assertThat(verify(new TrailEnd(3, "seal")).findings())
                .extracting(TrailFinding::kind)
                .containsExactly(Kind.ENDS_CHANGED, Kind.REWOUND);
    }

    @ParameterizedTest
    @DisplayName("S18: sealing goes on after somebody moved an end, and does not make the move right")
    @CsvSource({"last, 2, 2, 3", "pruned, 1, 1, 1"})
    void doesNotMarkWhatItDidNotMove(String end, int position, int sealed, int deleted) {
        note(3);
        seal();
        database.execute("update audit_chain set " + end + "_position = " + position + ", " + end
                + "_seal = (select seal from audit_record where seal_position = " + sealed + ")");
        database.execute("delete from audit_record where seal_position = " + deleted);
        note(1);
        seal();
        assertThat(verify().findings()).extracting(TrailFinding::kind).contains(Kind.ENDS_CHANGED);
    }

    @Test
    @DisplayName("S18: an older state, put back whole, is found by who saw or kept a newer end")
    void findsAnOlderState() {
        note(1);
        seal();
        database.execute("create table kept as select * from audit_chain");
        note(1);
        seal();
        TrailEnd kept = verify().end();
        database.execute("delete from audit_record where seal_position = 2");
        database.execute("delete from audit_chain");
        database.execute("insert into audit_chain select * from kept");
        database.execute("drop table kept");
        assertThat(verify().whole()).isTrue();
        assertThat(verify(kept).findings()).containsExactly(new TrailFinding(Kind.REWOUND, 2, null));
        note(2);
        seal();
        assertThat(verify(kept).findings()).containsExactly(new TrailFinding(Kind.REWOUND, 2, null));
    }

    @Test
    @DisplayName("S18: a node remembers the furthest end it saw")
    void remembersTheEnd() {
        RunningProvider node = RunningProvider.with(SampleConfig.production());
        node.service(AuditService.class).note(new KeyRevoked("kid"), FACTS);
        node.service(TrailSealService.class).seal();
        node.service(TrailSealService.class).remember();
        assertThat(node.service(TrailVerifyService.class).verify().whole()).isTrue();
        node.database().execute("delete from audit_record");
        node.database().execute("update audit_chain set last_position = 0, last_seal = '', mark = ''");
        assertThat(node.service(TrailVerifyService.class).verify(NOTHING).whole())
                .isTrue();
        assertThat(node.service(TrailVerifyService.class).verify().findings())
                .containsExactly(new TrailFinding(Kind.REWOUND, 1, null));
    }

    @Test
    @DisplayName("Part 12: nodes that seal at once give each place once, while requests go on noting")
    void sealsOnceInARace() throws InterruptedException {
        AtomicInteger racers = new AtomicInteger();
        Race.run(8, () -> {
            int racer = racers.getAndIncrement();
            for (int each = 0; each < 25; each++) {
                if (racer % 2 == 0) {
                    note(1);
                } else {
                    seal();
                }
            }
            return racer;
        });
        seal();
        TrailReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(100);
        assertThat(report.waiting()).isZero();
    }

    @Test
    @DisplayName("Part 12: after its time a record goes, and what is left can be verified as before")
    void prunesWhatIsOld() {
        note(3);
        seal();
        provider.clock().forward(Duration.ofDays(399));
        note(2);
        seal();
        assertThat(prune()).isZero();
        provider.clock().forward(Duration.ofDays(1).plusMillis(1));
        assertThat(prune()).isEqualTo(3);
        TrailReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.pruned()).isEqualTo(3);
        assertThat(report.checked()).isEqualTo(2);
        database.execute("delete from audit_record where seal_position = 4");
        assertThat(verify().findings()).containsExactly(new TrailFinding(Kind.REMOVED, 4, null));
    }

    @Test
    @DisplayName("S18: a record that somebody made older is not pruned before anyone saw that")
    void keepsWhatWasMadeOlder() {
        note(2);
        seal();
        database.execute("update audit_record set happened_at = 0");
        assertThat(prune()).isZero();
        assertThat(verify().findings()).hasSize(2);
    }

    @Test
    @DisplayName("S18: a row at the next place does not stop sealing, and it alone is named")
    void sealsBehindATakenPlace() {
        note(1);
        seal();
        insert("forged-1");
        insert("forged-2");
        insert("forged-3");
        database.execute("update audit_record set seal_position = 2 where id = 'forged-1'");
        database.execute("update audit_record set seal_position = 3, seal = 'x' where id = 'forged-2'");
        database.execute("update audit_record set seal_position = 5 where id = 'forged-3'");
        assertThat(provider.service(TrailVerifyService.class).touched()).isEqualTo(3);
        note(2);
        assertThat(seal()).isEqualTo(2);
        TrailReport report = verify();
        assertThat(report.waiting()).isZero();
        assertThat(report.end().position()).isEqualTo(6);
        assertThat(report.findings())
                .extracting(TrailFinding::recordId)
                .containsOnly("forged-1", "forged-2", "forged-3");
        assertThat(provider.service(TrailVerifyService.class).touched()).isEqualTo(6);
    }

    @Test
    @DisplayName("S18: a record that was touched is kept beyond its time and named; those behind it go all the same")
    void prunesBehindWhatWasTouched() {
        note(2);
        insert("forged");
        seal();
        note(2);
        seal();
        database.execute("update audit_record set reason = 'x', happened_at = 9000000000000 where seal_position = 4");
        provider.clock().forward(Duration.ofDays(401));
        note(1);
        seal();
        assertThat(prune()).isEqualTo(5);
        assertThat(database.texts("select id from audit_record where seal_position <= 5"))
                .containsExactlyInAnyOrder("forged", idAt(4));
        assertThat(verify().findings())
                .extracting(TrailFinding::kind)
                .containsExactlyInAnyOrder(Kind.INSERTED, Kind.CHANGED);
        assertThat(provider.service(TrailVerifyService.class).touched()).isEqualTo(2);
        assertThat(prune()).isZero();
        note(1);
        seal();
        assertThat(verify().findings()).hasSize(2);
    }

    @Test
    @DisplayName("S18: a gap does not stop the records behind it from going in their time")
    void prunesBehindAGap() {
        note(4);
        seal();
        database.execute("delete from audit_record where seal_position = 2");
        provider.clock().forward(Duration.ofDays(401));
        assertThat(prune()).isEqualTo(4);
        assertThat(database.count("audit_record")).isZero();
    }

    @Test
    @DisplayName("S18: very many inserted rows do not hold up those behind them")
    void prunesBehindVeryManyRows() {
        for (int each = 0; each <= TrailSealService.BATCH; each++) {
            insert("forged-" + each);
        }
        seal();
        seal();
        note(1);
        seal();
        provider.clock().forward(Duration.ofDays(401));
        assertThat(prune()).isEqualTo(TrailSealService.BATCH);
        assertThat(database.count("audit_record")).isEqualTo(TrailSealService.BATCH + 1);
    }

    @Test
    @DisplayName("Part 12: a batch is bounded")
    void sealsInBatches() {
        provider.inTransaction(() -> {
            note(TrailSealService.BATCH + 1);
            return null;
        });
        assertThat(seal()).isEqualTo(TrailSealService.BATCH);
        assertThat(seal()).isOne();
        assertThat(verify().checked()).isEqualTo(TrailSealService.BATCH + 1);
    }

    @Test
    @DisplayName(
            "S18: a look reads what was sealed since the last one that found nothing, and who asks for all gets all")
    void readsWhatIsNew() {
        TrailVerifyService service = provider.service(TrailVerifyService.class);
        note(3);
        seal();
        assertThat(service.verify(NOTHING).checked()).isEqualTo(3);
        assertThat(service.verifyRecent(NOTHING).checked()).isZero();
        note(2);
        seal();
        TrailReport recent = service.verifyRecent(NOTHING);
        assertThat(recent.findings()).isEmpty();
        assertThat(recent.checked()).isEqualTo(2);
        assertThat(recent.from()).isZero();

        note(2);
        seal();
        database.execute("update audit_record set reason = 'another' where id = ?", idAt(2));
        database.execute("update audit_record set reason = 'another' where id = ?", idAt(7));
        assertThat(service.verifyRecent(NOTHING).findings())
                .extracting(TrailFinding::position)
                .containsExactly(7L);
        assertThat(service.verifyRecent(NOTHING).checked())
                .as("until it is whole")
                .isEqualTo(2);
        assertThat(service.verify(NOTHING).findings())
                .extracting(TrailFinding::position)
                .containsExactly(2L, 7L);
    }

    private void note(int times) {
        for (int each = 0; each < times; each++) {
            provider.service(AuditService.class)
                    .note(
                            each % 3 == 0
                                    ? new LoginSucceeded("account", "client")
                                    : each % 3 == 1
                                            ? new LoginFailed(null, "client", "wrong password")
                                            : new KeyRevoked("kid"),
                            FACTS);
        }
    }

    private void insert(String id) {
        database.execute(
                "insert into audit_record (id, happened_at, event, outcome, ip, request_id)"
                        + " values (?, 0, 'login_succeeded', 'success', 'x', 'x')",
                id);
    }

    private String idAt(long position) {
        return database.texts("select id from audit_record where seal_position = ?", position)
                .get(0);
    }

    private int seal() {
        TrailSealService service = provider.service(TrailSealService.class);
        int sealed = service.seal();
        service.remember();
        return sealed;
    }

    private int prune() {
        return provider.service(TrailSealService.class).prune();
    }

    private TrailReport verify() {
        return verify(NOTHING);
    }

    private TrailReport verify(TrailEnd kept) {
        return provider.service(TrailVerifyService.class).verify(kept);
    }
}
