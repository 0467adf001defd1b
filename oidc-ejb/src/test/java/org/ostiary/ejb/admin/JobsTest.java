package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobKind;
import org.ostiary.ejb.admin.job.JobOrder;
import org.ostiary.ejb.admin.job.JobStepService;
import org.ostiary.ejb.admin.job.JobTurns;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.job.LeaseLostException;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.admin.people.FactorResetResult;
import org.ostiary.ejb.admin.people.SessionsResult;
import org.ostiary.ejb.admin.revoking.MassRevocationService;
import org.ostiary.ejb.admin.revoking.RevocationOrder;
import org.ostiary.ejb.admin.revoking.RevocationResult;
import org.ostiary.ejb.admin.revoking.RevocationTarget;
import org.ostiary.ejb.admin.transfer.AccountEntry;
import org.ostiary.ejb.admin.transfer.AdminExportService;
import org.ostiary.ejb.admin.transfer.AdminImportService;
import org.ostiary.ejb.admin.transfer.AdminSubjectService;
import org.ostiary.ejb.admin.transfer.ClientEntry;
import org.ostiary.ejb.admin.transfer.ProviderDocument;
import org.ostiary.ejb.admin.transfer.SubjectEntry;
import org.ostiary.ejb.admin.transfer.SubjectImportOrder;
import org.ostiary.ejb.cleanup.CleanUpService;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;
import org.ostiary.persistence.job.JobState;

class JobsTest {

    private static final String SESSION =
            "insert into login_session (id, handle_hash, browser_id, account_id, auth_time,"
                    + " amr, created_at, last_seen_at, expires_at) values (?, ?, 'browser', ?, 0, 'pwd', 0, 0, 9000000000000)";
    private static final Map<String, String> SHOP = Map.of("redirect-uris", "https://shop.example.org/cb");
    private static final String DIGEST =
            "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ" + "$ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ";

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminJobService jobs = provider.service(AdminJobService.class);
    private final JobStepService steps = provider.service(JobStepService.class);
    private final JobTurns turns = provider.service(JobTurns.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "revoke", FACTS);
    private final String alice = provider.addOwnAccount("alice");

    @Test
    @DisplayName("Part 12: very many sessions are ended by a job, a step at a time, with an expected end")
    void revokesEverythingByAJob() {
        sessions(1001, alice);
        RevocationResult ordered = revoke(RevocationTarget.EVERYTHING, null, false);
        String job = String.valueOf(ordered.job());
        assertThat(ordered.sessions()).isEqualTo(1001);
        assertThat(jobs.show(job).state()).isEqualTo(JobState.WAITING);
        assertThat(revoke(RevocationTarget.EVERYTHING, null, false).job())
                .as("there is one of a kind at a time")
                .isEqualTo(job);

        assertThat(steps.take("one")).contains(job);
        provider.clock().forward(Duration.ofSeconds(10));
        assertThat(steps.step(job, "one")).isTrue();
        JobView running = jobs.show(job);
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.done()).isEqualTo(200);
        assertThat(Duration.between(provider.clock().instant(), running.expectedEnd()))
                .isEqualTo(Duration.ofMillis(40_050));
        while (steps.step(job, "one")) {
            assertThat(jobs.show(job).state()).isEqualTo(JobState.RUNNING);
        }
        assertThat(jobs.show(job).outcome()).isEqualTo("sessions 1001, grants 0, client tokens 0");
        assertThat(jobs.show(job).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.show(job).expectedEnd()).isNull();
        assertThat(open(alice)).isZero();
        assertThat(provider.database().texts("select reason from audit_record where event = 'job_done' order by id"))
                .hasSize(2)
                .anyMatch(reason -> reason.endsWith("revoke everything: begun"))
                .anyMatch(
                        reason -> reason.endsWith("revoke everything: done, sessions 1001, grants 0, client tokens 0"));
        assertThat(provider.database().texts("select actor from audit_record where event = 'job_done'"))
                .containsOnly("account:root");
        assertThat(steps.take("one")).isEmpty();
    }

    @Test
    @DisplayName("Part 12: what one account has is revoked by a job where that is wanted, and nothing of others")
    void revokesOfOneAccount() {
        String bob = provider.addAccount("bob");
        sessions(201, alice);
        sessions(3, bob);
        grants(450, alice);
        RevocationResult ordered = revoke(RevocationTarget.ACCOUNT, alice, true);
        assertThat(ordered.grants()).isEqualTo(450);
        turns.run();
        JobView done = jobs.show(String.valueOf(ordered.job()));
        assertThat(done.outcome()).isEqualTo("sessions 201, grants 450, client tokens 0");
        assertThat(done.subject()).isEqualTo("account " + alice);
        assertThat(done.done()).isEqualTo(done.total()).isEqualTo(651);
        assertThat(open(bob)).isEqualTo(3);
        assertThat(provider.database().count("oauth_grant where revoked_at is null"))
                .isZero();
    }

    @Test
    @DisplayName("Part 12: what one client has is revoked by a job, and nobody is signed out")
    void revokesOfOneClient() {
        sessions(1, alice);
        grants(201, alice);
        String client =
                provider.database().texts("select client_id from client").get(0);
        String job =
                String.valueOf(revoke(RevocationTarget.CLIENT, client, true).job());
        turns.run();
        assertThat(jobs.show(job).outcome()).isEqualTo("sessions 0, grants 201, client tokens 0");
        assertThat(open(alice)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "S18: an account with very many sessions is locked at once, and they end by a job though it be enabled again")
    void locksFirst() {
        sessions(501, alice);
        AdminAccountService accounts = provider.service(AdminAccountService.class);
        assertThat(accounts.disable(root, alice).disabled()).isTrue();
        assertThat(open(alice)).isEqualTo(501);
        accounts.enable(root, alice);
        turns.run();
        assertThat(open(alice)).isZero();
        assertThat(provider.database().texts("select distinct end_reason from login_session"))
                .containsExactly("account disabled");
        assertThat(jobs.list().jobs()).extracting(JobView::kind).containsExactly(JobKind.DISABLE_ACCOUNT);
    }

    @Test
    @DisplayName("S18: very many sessions of an account are ended by a job, and what outlives them stays")
    void endsSessionsByAJob() {
        sessions(501, alice);
        grants(1, alice);
        SessionsResult ordered = provider.service(AdminSessionService.class).endAll(root, alice);
        assertThat(ordered.sessions()).isZero();
        assertThat(open(alice)).isEqualTo(501);
        turns.run();
        assertThat(jobs.show(String.valueOf(ordered.job())).outcome()).isEqualTo("sessions 501");
        assertThat(open(alice)).isZero();
        assertThat(openGrants()).isEqualTo(1);
        sessionsOf("few", 2, alice);
        assertThat(provider.service(AdminSessionService.class).endAll(root, alice))
                .isEqualTo(new SessionsResult(2, null));
    }

    @Test
    @DisplayName("S18: second factors are taken at once, and very many sessions end by a job")
    void takesFactorsFirst() {
        sessions(501, alice);
        AdminFactorService factors = provider.service(AdminFactorService.class);
        FactorResetResult reset = factors.reset(root, alice, new FactorResetOrder(false));
        assertThat(reset.reset()).isTrue();
        assertThat(reset.job()).isNotNull();
        assertThat(open(alice)).isEqualTo(501);
        turns.run();
        assertThat(open(alice)).isZero();
        assertThat(provider.database().texts("select reason from audit_record where event = 'factors_reset'"))
                .hasSize(1);
    }

    @Test
    @DisplayName("S18: a client that has very much is stopped at once, and that ends by a job which outlives a node")
    void stopsAClientFirst() {
        registerShop();
        grantsOf("shop", 501, alice);
        AdminClientService clients = provider.service(AdminClientService.class);
        clients.disable(root, "shop");
        assertThat(provider.database().count("client where client_id = 'shop' and enabled = false"))
                .isOne();
        assertThat(openGrants()).isEqualTo(501);
        String job = jobs.list().jobs().get(0).id();
        assertThat(steps.take("dead")).contains(job);
        steps.step(job, "dead");
        provider.clock().forward(Duration.ofMinutes(3));
        turns.run();
        assertThat(jobs.show(job).kind()).isEqualTo(JobKind.DISABLE_CLIENT);
        assertThat(jobs.show(job).outcome()).isEqualTo("sessions 0, grants 501, client tokens 0");
        assertThat(openGrants()).isZero();
    }

    @Test
    @DisplayName("S18: what people decided for a client is forgotten with it, at once or by the job that ends the rest")
    void forgetsConsents() {
        registerShop();
        consents("shop", 501, alice);
        consents(
                provider.database()
                        .texts("select client_id from client where client_id <> 'shop'")
                        .get(0),
                1,
                alice);
        AdminClientService clients = provider.service(AdminClientService.class);
        clients.delete(root, "shop", "\"" + clients.show("shop").entityTag() + "\"");
        assertThat(provider.database().count("consent where client_id = 'shop'"))
                .isEqualTo(501);
        turns.run();
        assertThat(provider.database().count("consent where client_id = 'shop'"))
                .isZero();
        assertThat(provider.database().count("consent")).isEqualTo(1);
        assertThat(jobs.list().jobs().get(0).outcome())
                .isEqualTo("sessions 0, grants 0, client tokens 0, consents 501");
        assertThat(jobs.list().jobs().get(0).state()).isEqualTo(JobState.DONE);
    }

    @Test
    @DisplayName("S18: deleting a small client says in the audit trail what ended with it")
    void tellsWhatEnded() {
        registerShop();
        grantsOf("shop", 2, alice);
        consents("shop", 3, alice);
        AdminClientService clients = provider.service(AdminClientService.class);
        clients.delete(root, "shop", "\"" + clients.show("shop").entityTag() + "\"");
        assertThat(jobs.list().jobs()).isEmpty();
        assertThat(openGrants()).isZero();
        assertThat(provider.database().count("consent")).isZero();
        assertThat(provider.database().texts("select reason from audit_record where client_id = 'shop'"))
                .contains("grants ended: 2, client tokens: 0, consents forgotten: 3");
    }

    @Test
    @DisplayName("Part 12: a job of a node that died is gone on with where it stopped, and the dead one does no more")
    void goesOnAfterADeath() {
        sessions(450, alice);
        String job = order();
        assertThat(steps.take("dead")).contains(job);
        steps.step(job, "dead");
        assertThat(steps.take("other")).as("it is leased").isEmpty();
        provider.clock().forward(Duration.ofMinutes(3));
        assertThat(steps.take("other")).contains(job);
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> steps.step(job, "dead"));
        assertThat(jobs.show(job).done()).isEqualTo(200);
        assertThat(open(alice)).isEqualTo(250);
        steps.release(job, "dead");
        assertThat(steps.take("third")).as("who lost it gives nothing back").isEmpty();
        while (steps.step(job, "other")) {
            assertThat(jobs.show(job).state()).isEqualTo(JobState.RUNNING);
        }
        assertThat(jobs.show(job).done()).isEqualTo(450);
        assertThat(jobs.show(job).state()).isEqualTo(JobState.DONE);
        assertThat(provider.database().texts("select reason from audit_record where event = 'job_done'"))
                .anyMatch(reason -> reason.endsWith("taken over from a node that is gone, after 200 of 450"));
    }

    @Test
    @DisplayName("Part 12: of eight nodes one does a job, also when it is taken over")
    void isDoneByOne() throws InterruptedException {
        String job = order();
        for (int death = 0; death < 2; death++) {
            List<Optional<String>> taken =
                    Race.run(8, () -> steps.take(Thread.currentThread().getName()));
            assertThat(taken.stream().flatMap(Optional::stream)).containsExactly(job);
            provider.clock().forward(Duration.ofMinutes(3));
        }
    }

    @Test
    @DisplayName("Part 12: a short job does not wait for a long one, but has its turn")
    void takesTurns() {
        String longOne = order();
        provider.clock().forward(Duration.ofSeconds(1));
        String shortOne = jobs.order(root, new JobOrder(JobKind.REVOKE, "account " + alice, 0, List.of()));
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(steps.take("one")).contains(longOne);
        steps.release(longOne, "one");
        assertThat(steps.take("one")).contains(shortOne);
        assertThat(steps.take("one")).contains(longOne);
    }

    @Test
    @DisplayName("Part 12: a job is stopped before its next step, and what was done stays done")
    void isCancelled() {
        sessions(450, alice);
        String job = order();
        steps.take("one");
        steps.step(job, "one");
        assertThat(jobs.cancel(root, job).cancelWanted()).isTrue();
        assertThat(steps.step(job, "one")).isFalse();
        assertThat(jobs.show(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.show(job).outcome()).isEqualTo("sessions 200");
        assertThat(jobs.show(job).open()).isFalse();
        assertThat(open(alice)).isEqualTo(250);
        assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> jobs.cancel(root, job));
        assertThatExceptionOfType(AdminRefusal.class).isThrownBy(() -> jobs.show("nothing"));
        assertThat(provider.database().texts("select reason from audit_record where event = 'job_done'"))
                .anyMatch(reason -> reason.endsWith("cancelled, sessions 200"));
    }

    @Test
    @DisplayName(
            "Part 12: a job that goes wrong rests and is tried again, and is given up after ten times in succession")
    void isGivenUp() {
        String job = jobs.order(root, new JobOrder(JobKind.IMPORT, "", 1, List.of("no document")));
        turns.run();
        assertThat(jobs.show(job).errors()).isEqualTo(1);
        turns.run();
        assertThat(jobs.show(job).errors()).as("it rests").isEqualTo(1);
        for (int times = 1; times < 10; times++) {
            assertThat(jobs.show(job).state()).isEqualTo(JobState.RUNNING);
            provider.clock().forward(Duration.ofSeconds(11));
            turns.run();
        }
        assertThat(jobs.show(job).state()).isEqualTo(JobState.FAILED);
        assertThat(jobs.show(job).outcome()).isEmpty();
        assertThat(jobs.errors(job, 0))
                .hasSize(10)
                .extracting(JobErrorLine::entry)
                .containsOnlyNulls();
        assertThat(jobs.errors(job, 9)).hasSize(1);
        assertThat(provider.database().count("job_part")).isZero();
    }

    @Test
    @DisplayName("Part 12: a large document comes in as a job, sealed while it waits, and what could not be is told")
    void bringsADocumentIn() {
        ProviderDocument document = document(120);
        String job = String.valueOf(provider.service(AdminImportService.class)
                .take(root, document, false, true)
                .job());
        assertThat(provider.database().texts("select sealed from job_part"))
                .hasSize(5)
                .noneMatch(text -> text.contains("person"));
        turns.run();
        JobView done = jobs.show(job);
        assertThat(done.outcome()).isEqualTo("added 121, changed 0, refused 2, unchanged 0, subject identifiers 2");
        assertThat(done.done()).isEqualTo(done.total()).isEqualTo(125);
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(jobs.errors(job, 0)).extracting(JobErrorLine::entry).contains("client wrong", "subject x in public");
        assertThat(provider.database().count("job_part")).isZero();
        assertThat(provider.database()
                        .count("subject_identifier where account_id in"
                                + " (select id from account where username = 'person7')"))
                .isEqualTo(1);
        assertThat(provider.audited("admin_import")).isGreaterThan(100);
    }

    @Test
    @DisplayName("Part 12: a part of a document that is brought in twice, because a node died, adds nothing twice")
    void bringsAPartInTwice() {
        String job = String.valueOf(provider.service(AdminImportService.class)
                .take(root, document(60), false, true)
                .job());
        steps.take("dead");
        steps.step(job, "dead");
        steps.step(job, "dead");
        provider.database().execute("update job set position = '', done_count = 0, tally = ''");
        provider.clock().forward(Duration.ofMinutes(3));
        turns.run();
        assertThat(jobs.show(job).outcome())
                .isEqualTo("added 10, changed 0, refused 2, unchanged 52, subject identifiers 1");
        assertThat(provider.database().count("account where username like 'person%'"))
                .isEqualTo(60);
    }

    @Test
    @DisplayName("Part 12: subject identifiers of Authelia are taken over by a job")
    void takesIdentifiersOver() {
        String file = """
                identifiers:
                  - identifier: '0b8ab7a4-3f53-4d5c-9f49-7f4f62a4b0b1'
                    service: 'openid'
                    sector_id: ''
                    username: 'alice'
                """;
        String job = String.valueOf(provider.service(AdminSubjectService.class)
                .take(root, new SubjectImportOrder(file, false, true))
                .job());
        assertThat(provider.database().count("subject_identifier")).isZero();
        turns.run();
        assertThat(jobs.show(job).kind()).isEqualTo(JobKind.IMPORT_SUBJECTS);
        assertThat(jobs.show(job).outcome()).endsWith("subject identifiers 1");
        assertThat(provider.database().texts("select account_id from subject_identifier"))
                .containsExactly(alice);
    }

    @Test
    @DisplayName("Part 12: jobs are forgotten a month after their end, with their errors")
    void isForgotten() {
        String job = jobs.order(root, new JobOrder(JobKind.IMPORT, "", 1, List.of("no document")));
        turns.run();
        jobs.cancel(root, job);
        provider.clock().forward(Duration.ofSeconds(11));
        turns.run();
        provider.clock().forward(Duration.ofDays(29));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.JOB, Swept.START)
                        .deleted())
                .isZero();
        provider.clock().forward(Duration.ofDays(2));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.JOB, Swept.START)
                        .deleted())
                .isOne();
        assertThat(provider.database().count("job_error")).isZero();
    }

    private ProviderDocument document(int people) {
        List<AccountEntry> accounts = new ArrayList<>();
        IntStream.range(0, people)
                .forEach(number -> accounts.add(new AccountEntry(
                        "person" + number, "Person", null, false, Set.of(), false, "setup", null, null, DIGEST)));
        ProviderDocument head = provider.service(AdminExportService.class).head(true);
        return new ProviderDocument(
                head.format(),
                head.rootMark(),
                true,
                List.of(),
                List.of(
                        new ClientEntry("shop", SHOP, List.of()),
                        new ClientEntry("wrong", Map.of("redirect-uris", "javascript:alert(1)"), List.of())),
                accounts,
                List.of(
                        new SubjectEntry("person7", "public", "0b8ab7a4-3f53-4d5c-9f49-7f4f62a4b0b1"),
                        new SubjectEntry("alice", "public", "0b8ab7a4-3f53-4d5c-9f49-7f4f62a4b0b2"),
                        new SubjectEntry("x", "public", "no uuid")));
    }

    private String order() {
        return jobs.order(root, new JobOrder(JobKind.REVOKE, "everything", 450, List.of()));
    }

    private RevocationResult revoke(RevocationTarget target, @Nullable String id, boolean asJob) {
        return provider.service(MassRevocationService.class)
                .carryOut(root, new RevocationOrder(target, id, false, asJob));
    }

    private long open(String account) {
        return provider.database().count("login_session where ended_at is null and account_id = ?", account);
    }

    private long openGrants() {
        return provider.database().count("oauth_grant where revoked_at is null");
    }

    private void registerShop() {
        provider.service(AdminClientService.class).create(root, new ClientOrder("shop", SHOP));
    }

    private void consents(String client, int count, String account) {
        for (int number = 0; number < count; number++) {
            provider.database()
                    .execute(
                            "insert into consent (account_id, client_id, scope, granted, source, fingerprint, decided_at)"
                                    + " values (?, ?, ?, true, 'person', 'x', 0)",
                            account,
                            client,
                            "item" + number);
        }
    }

    private void grantsOf(String client, int count, String account) {
        grants(count, account);
        provider.database().execute("update oauth_grant set client_id = ?", client);
    }

    private void sessions(int count, String account) {
        sessionsOf(account.substring(0, 8), count, account);
    }

    private void sessionsOf(String prefix, int count, String account) {
        for (int number = 0; number < count; number++) {
            String id = prefix + "%028d".formatted(number);
            provider.database().execute(SESSION, id, id, account);
        }
    }

    /** In a session that is over. */
    private void grants(int count, String account) {
        String session = account.substring(0, 8) + "-over";
        provider.database().execute(SESSION, session, session, account);
        provider.database().execute("update login_session set ended_at = 1 where id = ?", session);
        for (int number = 0; number < count; number++) {
            provider.database()
                    .execute(
                            "insert into oauth_grant (id, account_id, client_id, session_id, scopes, sector, offline,"
                                    + " created_at, auth_time, amr) select ?, ?, client_id, ?, 'openid', 'public', true, 0, 0, 'pwd'"
                                    + " from client fetch first 1 row only",
                            account.substring(0, 8) + "%028d".formatted(number),
                            account,
                            session);
        }
    }
}
