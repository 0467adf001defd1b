package org.ostiary.ejb.admin.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobStepService;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.config.SignatureProvider;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.keys.KeyService;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.secret.RootSecretService;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.WrongMasterKeyException;
import org.ostiary.persistence.job.JobState;

@DisplayName("Part 12: sealing under another master key is a job, and whatever becomes of it, all stays readable")
class AdminSealingServiceTest {

    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final String ALIEN = "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=";
    private static final Administrator ROOT =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "seal_anew", FACTS);

    private final TestDatabase database = new TestDatabase();
    private final RunningProvider before = node(SampleConfig.production().withMasterKey(OLD));

    private RunningProvider changed() {
        return node(SampleConfig.production().withMasterKey(NEW).withOtherMasterKey(OLD));
    }

    private RunningProvider node(SampleConfig config) {
        RunningProvider node = new RunningProvider(
                database, config.withSignatureProvider(SignatureProvider.AUTO).build());
        node.service(RootSecretService.class).open();
        node.service(KeyService.class).open();
        return node;
    }

    /** What jobs are done by on this node, up to the end. */
    private static JobView finish(RunningProvider node, String job) {
        JobStepService steps = node.service(JobStepService.class);
        assertThat(steps.take("a turn")).contains(job);
        boolean more = true;
        while (more) {
            more = steps.step(job, "a turn");
        }
        return node.service(AdminJobService.class).show(job);
    }

    private String addSeed(RunningProvider node, int number) {
        String id = "seed-%04d".formatted(number);
        database.execute(
                "insert into totp_credential (id, account_id, name, sealed_seed, last_step, created_at, last_used_at)"
                        + " values (?, ?, 'app', ?, 0, 0, 0)",
                id,
                node.addAccount("person" + number),
                node.service(Sealing.class).seal("totp_credential/sealed_seed/" + id, "seed " + number));
        return id;
    }

    @Test
    @DisplayName("It goes on where a dead node stopped, on one that has the old key first too, and seals the root last")
    void goesOn() {
        IntStream.range(0, 450).forEach(number -> addSeed(before, number));
        RunningProvider node = changed();
        JobView job = node.service(AdminSealingService.class).order(ROOT);
        assertThat(job.subject()).isEqualTo(node.service(Sealing.class).keyName());
        JobStepService steps = node.service(JobStepService.class);
        assertThat(steps.take("one")).contains(job.id());
        String root = sealedRoot();
        IntStream.range(0, 3)
                .forEach(step -> assertThat(steps.step(job.id(), "one")).isTrue());
        assertThat(sealedRoot())
                .as("whoever takes the old key away now is told by the next start")
                .isEqualTo(root);
        assertThatThrownBy(() -> node(SampleConfig.production().withMasterKey(NEW)))
                .isInstanceOf(WrongMasterKeyException.class)
                .hasMessageContaining("installation_secret");

        RunningProvider notChangedYet =
                node(SampleConfig.production().withMasterKey(OLD).withOtherMasterKey(NEW));
        notChangedYet.clock().forward(Duration.ofMinutes(3));
        JobView done = finish(notChangedYet, job.id());
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.errors()).isZero();
        assertThat(done.done()).isEqualTo(done.total()).isGreaterThan(450);
        assertThat(done.outcome()).isEqualTo("values %1$d, sealed anew %1$d, not opened 0".formatted(done.done()));
        Sealing alone = node(SampleConfig.production().withMasterKey(NEW)).service(Sealing.class);
        List<String> seeds = database.texts("select sealed_seed from totp_credential order by id");
        assertThat(alone.open("totp_credential/sealed_seed/seed-0449", seeds.get(449)))
                .isEqualTo("seed 449");
    }

    @Test
    @DisplayName("A row that no key opens is an error, stays as it is, and stops neither the job nor a start")
    void namesWhatNobodyOpens() {
        addSeed(before, 1);
        String lost = addSeed(node(SampleConfig.production().withMasterKey(OLD)), 2);
        RunningProvider elsewhere = new RunningProvider(
                new TestDatabase(),
                SampleConfig.production().withMasterKey(ALIEN).build());
        String unreadable = elsewhere.service(Sealing.class).seal("totp_credential/sealed_seed/" + lost, "lost");
        database.execute("update totp_credential set sealed_seed = ? where id = ?", unreadable, lost);
        RunningProvider node = changed();
        JobView done = finish(node, node.service(AdminSealingService.class).orderAtStart("start"));
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.orderedBy()).isEqualTo("server");
        assertThat(done.outcome()).endsWith("not opened 1");
        assertThat(node.service(AdminJobService.class).errors(done.id(), 0))
                .extracting(JobErrorLine::entry, JobErrorLine::reason)
                .containsExactly(tuple(
                        "totp_credential/sealed_seed/seed-0002",
                        "No master key that the node has opens it; it is as it was"));
        assertThat(database.texts("select sealed_seed from totp_credential where id = ?", lost))
                .containsExactly(unreadable);
        node(SampleConfig.production().withMasterKey(NEW));
    }

    @Test
    @DisplayName("Another order begins at the beginning and ends the one before, whichever key that was for")
    void begins() {
        RunningProvider old = node(SampleConfig.production().withMasterKey(OLD).withOtherMasterKey(NEW));
        String back = old.service(AdminSealingService.class).order(ROOT).id();
        RunningProvider node = changed();
        String first = node.service(AdminSealingService.class).order(ROOT).id();
        String second = node.service(AdminSealingService.class).order(ROOT).id();
        AdminJobService jobs = node.service(AdminJobService.class);
        assertThat(second).isNotEqualTo(first);
        assertThat(List.of(back, first, second))
                .extracting(id -> jobs.show(id).cancelWanted())
                .containsExactly(true, true, false);
    }

    @Test
    @DisplayName("A node that does not know the key leaves the job to another, and one with a single key orders none")
    void needsBothKeys() {
        assertThatThrownBy(() -> before.service(AdminSealingService.class).order(ROOT))
                .isInstanceOfSatisfying(
                        AdminRefusal.class,
                        refusal -> assertThat(refusal.rule().id()).isEqualTo("other-master-key-there"));
        String job = changed().service(AdminSealingService.class).order(ROOT).id();
        JobStepService steps = before.service(JobStepService.class);
        List<String> sealed = database.texts("select sealed_private from signing_key order by kid");
        assertThat(steps.take("one")).contains(job);
        assertThatThrownBy(() -> IntStream.range(0, 9).forEach(step -> steps.step(job, "one")))
                .hasMessageContaining("has no master key");
        assertThat(database.texts("select sealed_private from signing_key order by kid"))
                .isEqualTo(sealed);
        assertThat(before.service(AdminSealingService.class).show().other()).isNull();
    }

    private String sealedRoot() {
        return database.texts("select sealed from installation_secret").get(0);
    }
}
