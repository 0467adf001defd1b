package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobErrorLine;
import org.ostiary.ejb.admin.job.JobStepService;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.admin.transfer.AdminAutheliaService;
import org.ostiary.ejb.admin.transfer.AutheliaImportOrder;
import org.ostiary.ejb.admin.transfer.AutheliaImportView;
import org.ostiary.ejb.admin.transfer.ImportLine;
import org.ostiary.ejb.admin.transfer.ImportOutcome;
import org.ostiary.ejb.admin.transfer.LeftLine;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.persistence.job.JobState;

@DisplayName("Part 12: the clients of a configuration of Authelia are registered, and what is left is told")
class AutheliaImportTest {

    private static final String FILE = """
            session: {cookies: [{authelia_url: 'https://auth.example.com'}]}
            identity_providers:
              oidc:
                lifespans: {access_token: '42m'}
                odd_option: 1
                clients:
                  - client_id: wiki.v2
                    client_name: The wiki
                    client_secret: '$plaintext$a-secret-in-the-clear-4711'
                    redirect_uris: ['https://wiki.example.com/cb']
                  - client_id: mobile
                    public: true
                    redirect_uris: ['https://app.example.com/cb']
                  - client_id: strict
                    client_secret: '$plaintext$another-secret-in-the-clear'
                    authorization_policy: nobody_made_it
                    redirect_uris: ['https://strict.example.com/cb']
            """;

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminAutheliaService service = provider.service(AdminAutheliaService.class);
    private final AdminClientService clients = provider.service(AdminClientService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "import_authelia", FACTS);

    private AutheliaImportView take(String file, boolean dryRun, boolean asJob) {
        return service.take(root, new AutheliaImportOrder(file, dryRun, asJob));
    }

    @Test
    @DisplayName("A dry run tells all of it and makes nothing; done, the secrets that people have count here")
    void registers() {
        AutheliaImportView told = take(FILE, true, false);
        assertThat(told.clients())
                .extracting(ImportLine::name, ImportLine::outcome)
                .contains(tuple("mobile", ImportOutcome.ADDED), tuple("wiki.v2", ImportOutcome.ADDED));
        assertThat(told.left())
                .extracting(LeftLine::option)
                .contains("identity_providers.oidc.odd_option", "oidc.lifespans.access-token");
        assertThat(told.left().toString()).contains("strict").doesNotContain("in-the-clear");
        assertThat(clients.find("mobile")).isEmpty();

        AutheliaImportView done = take(FILE, false, false);
        assertThat(done.clients()).isEqualTo(told.clients());
        ClientView wiki = clients.show("wiki.v2");
        assertThat(wiki.options()).containsEntry("client-name", "The wiki").doesNotContainKey("client-secret");
        assertThat(wiki.secrets()).hasSize(1);
        assertThat(provider.database().texts("select digest from client_secret where client_id = 'wiki.v2'"))
                .singleElement()
                .satisfies(digest -> assertThat(digest).startsWith("hmac:").doesNotContain("clear"));
        AutheliaImportView again = take(FILE, false, false);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(provider.audited("admin_import_authelia")).isGreaterThan(2);
    }

    @Test
    @DisplayName("A job does the same, and what was not taken over is its file of errors")
    void registersByAJob() {
        AutheliaImportView ordered = take(FILE, false, true);
        String job = String.valueOf(ordered.job());
        assertThat(provider.database().texts("select sealed from job_part").toString())
                .doesNotContain("clear", "wiki");
        JobStepService steps = provider.service(JobStepService.class);
        assertThat(steps.take("one")).contains(job);
        assertThat(steps.step(job, "one")).isTrue();
        assertThat(clients.find("mobile")).as("what is left is told first").isEmpty();
        provider.clock().forward(java.time.Duration.ofMinutes(3));
        assertThat(steps.take("another")).contains(job);
        assertThat(steps.step(job, "another")).isFalse();
        AdminJobService jobs = provider.service(AdminJobService.class);
        JobView over = jobs.show(job);
        assertThat(over.state()).isEqualTo(JobState.DONE);
        assertThat(over.done()).isEqualTo(over.total());
        assertThat(over.outcome()).startsWith("not taken over " + ordered.left().size() + ", added 2");
        assertThat(jobs.errors(job, 0))
                .extracting(JobErrorLine::entry)
                .containsAll(ordered.left().stream().map(LeftLine::option).toList());
        assertThat(clients.show("mobile").enabled()).isTrue();
    }

    @Test
    @DisplayName(
            "What is no such file, has tags, or grows when its aliases are written out, is refused without a word of it")
    void refuses() {
        String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n";
        StringBuilder more = new StringBuilder(laughs);
        for (char name = 'b'; name < 'k'; name++) {
            String before = "*" + (char) (name - 1);
            more.append("%s: &%s [%s]\n"
                    .formatted(name, name, String.join(", ", java.util.Collections.nCopies(9, before))));
        }
        for (String wrong : List.of("{{ canary }}", "!!java.io.File [canary]", "canary: &a [*a]", more.toString())) {
            assertThatThrownBy(() -> take(wrong, true, false)).isInstanceOfSatisfying(AdminRefusal.class, refusal -> {
                assertThat(refusal.rule().id()).isEqualTo("authelia-configuration");
                assertThat(refusal.mistakes().toString()).doesNotContain("canary");
            });
        }
        assertThat(take("nothing: here", true, false).left())
                .extracting(LeftLine::option)
                .contains("identity_providers.oidc");
    }
}
