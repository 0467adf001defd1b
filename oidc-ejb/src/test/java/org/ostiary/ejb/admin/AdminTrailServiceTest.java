package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobStepService;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.lint.AdminLintService;
import org.ostiary.ejb.admin.lint.LintPage;
import org.ostiary.ejb.admin.lint.LintView;
import org.ostiary.ejb.admin.records.AdminRecordService;
import org.ostiary.ejb.admin.records.AdminTrailService;
import org.ostiary.ejb.admin.records.FindingView;
import org.ostiary.ejb.admin.records.TrailStatistics;
import org.ostiary.ejb.admin.records.VerificationView;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.CodeIssued;
import org.ostiary.ejb.audit.AuditEvent.KeyRevoked;
import org.ostiary.ejb.audit.AuditEvent.LoginSucceeded;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.trail.TrailEntry;
import org.ostiary.ejb.trail.TrailFinding;
import org.ostiary.ejb.trail.TrailQuery;
import org.ostiary.ejb.trail.TrailSealService;
import org.ostiary.persistence.job.JobState;

class AdminTrailServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminTrailService service = provider.service(AdminTrailService.class);
    private final String alice = provider.addAccount("alice");

    @Test
    @DisplayName("S18: the trail is verified, against an end kept elsewhere too, and what was changed is named")
    void verifies() {
        note(new LoginSucceeded(alice, "app"), new KeyRevoked("k"));
        provider.service(TrailSealService.class).seal();
        // Another node, which has seen nothing of the chains of other tests.
        RunningProvider node = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        VerificationView whole = node.service(AdminTrailService.class).verify(null);
        assertThat(whole.whole()).isTrue();
        assertThat(whole.checked()).isEqualTo(2);
        String end = whole.end().position() + ":" + whole.end().seal();
        assertThat(service.verify(end).whole()).isTrue();
        assertThat(service.verify("2:" + "A".repeat(43)).findings())
                .extracting(FindingView::kind)
                .containsExactly(TrailFinding.Kind.REWOUND);
        provider.database().execute("update audit_record set reason = 'nothing' where event = 'key_revoked'");
        VerificationView changed = service.verify(end);
        assertThat(changed.whole()).isFalse();
        assertThat(changed.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("not as the server wrote it"));
        for (String nonsense : List.of("", "1", "x:y", "-1:" + "A".repeat(43))) {
            assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> service.verify(nonsense));
        }
    }

    @Test
    @DisplayName(
            "Part 12: a job walks along the whole trail, goes on where another node stopped, and names what is wrong")
    void walksByAJob() {
        for (int record = 0; record < 2_100; record++) {
            note(new KeyRevoked("k"));
        }
        TrailSealService sealing = provider.service(TrailSealService.class);
        int sealed = sealing.seal();
        while (sealed > 0) {
            sealed = sealing.seal();
        }
        Administrator root = new Administrator("account:root", "root", AdministrationRole.ADMIN, "walk_trail", FACTS);
        RunningProvider node = new RunningProvider(
                provider.database(), SampleConfig.production().build());
        AdminTrailService walks = node.service(AdminTrailService.class);
        JobView job = walks.walk(root);
        assertThat(walks.walk(root).id()).as("one at a time").isEqualTo(job.id());
        JobStepService steps = node.service(JobStepService.class);
        assertThat(steps.take("one")).contains(job.id());
        assertThat(steps.step(job.id(), "one")).isTrue();
        AdminJobService jobs = node.service(AdminJobService.class);
        assertThat(jobs.show(job.id()).done()).isEqualTo(2_000);
        String last = provider.database()
                .texts("select id from audit_record where seal_position = 2050")
                .get(0);
        provider.database().execute("update audit_record set reason = 'other' where seal_position = 2050");
        provider.database().execute("delete from audit_record where seal_position = 2060");

        node.clock().forward(Duration.ofMinutes(3));
        assertThat(steps.take("another")).contains(job.id());
        assertThat(steps.step(job.id(), "another")).isFalse();
        JobView done = jobs.show(job.id());
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.outcome()).isEqualTo("records 2099, findings 2");
        assertThat(done.total()).isEqualTo(done.done());
        assertThat(jobs.errors(job.id(), 0))
                .extracting(JobErrorLine::entry, JobErrorLine::reason)
                .containsExactly(
                        tuple(last, "The record is not as the server wrote it (place 2050, record " + last + ")"),
                        tuple("place 2060", "The record is missing (place 2060)"));
    }

    @Test
    void counts() {
        note(new LoginSucceeded(alice, "app"), new CodeIssued(alice, "app"));
        TrailStatistics counted = service.statistics(7);
        assertThat(counted.days()).hasSize(7);
        assertThat(counted.days().get(6).logins()).isOne();
        assertThat(counted.busiestClients())
                .singleElement()
                .satisfies(client -> assertThat(client.codes()).isOne());
        for (int days : new int[] {0, 401}) {
            assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> service.statistics(days));
        }
    }

    @Test
    @DisplayName("S18: what one administrator did is found")
    void findsByActor() {
        note(new LoginSucceeded(alice, "app"), new KeyRevoked("k"));
        AdminRecordService records = provider.service(AdminRecordService.class);
        assertThat(records.audit(TrailQuery.ofActor("account:" + alice), null, 10)
                        .records())
                .extracting(TrailEntry::event)
                .containsExactly("login_succeeded");
        assertThat(records.audit(TrailQuery.ofActor("server"), null, 10).records())
                .extracting(TrailEntry::event)
                .containsExactly("key_revoked");
    }

    @Test
    @DisplayName("RFC 9700: every enabled client is graded, page by page, and the fix is told")
    void grades() {
        provider.configure(
                SampleClient.confidentialClient().called("a"),
                SampleClient.confidentialClient().called("b"),
                SampleClient.confidentialClient().called("c"));
        AdminLintService lint = provider.service(AdminLintService.class);
        LintPage first = lint.page(null, 2);
        LintPage second = lint.page(first.next(), 2);
        assertThat(first.clients()).extracting(LintView::clientId).containsExactly("a", "b");
        assertThat(second.clients()).extracting(LintView::clientId).containsExactly("c");
        assertThat(second.next()).isNull();
        assertThat(first.grades().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(3);
        assertThat(lint.show("a").findings())
                .allSatisfy(line -> assertThat(line.fix()).isNotEmpty());
        assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> lint.show("nobody"));
    }

    private void note(AuditEvent... events) {
        for (AuditEvent event : events) {
            provider.service(AuditService.class).note(event, FACTS);
        }
    }
}
