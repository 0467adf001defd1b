package org.ostiary.ejb.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.setup.SetUpService;

class AccountImportServiceTest {

    private static final String DIGEST =
            "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ";

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    void bringsAccountsIn() {
        synchronise(account("alice", "Alice A.", false), account("bob", "Bob", true));
        assertThat(accounts("username || '/' || display_name || '/' || disabled"))
                .containsExactly("alice/Alice A./FALSE", "bob/Bob/TRUE");
        assertThat(accounts("email")).containsExactly("alice@example.org", "bob@example.org");
        assertThat(accounts("user_groups")).containsExactly("night shift", "night shift");
    }

    @Test
    @DisplayName(
            "An account the file no longer names is disabled, never deleted; when it comes back it is the same one")
    void keepsTheIdOfAnAccountThatLeftAndCameBack() {
        synchronise(account("alice", "Alice", false), account("bob", "Bob", false));
        List<String> ids = accounts("id");
        synchronise(account("bob", "Bob", false));
        assertThat(accounts("disabled")).containsExactly("TRUE", "FALSE");
        synchronise(account("ALICE", "Alice again", false), account("bob", "Bob", false));
        assertThat(accounts("id")).isEqualTo(ids);
        assertThat(accounts("username")).containsExactly("ALICE", "bob");
        assertThat(accounts("disabled")).containsExactly("FALSE", "FALSE");
    }

    @Test
    @DisplayName("OIDC Core 5.1: updated_at moves only when something changed")
    void changesTheDateOfChangesOnly() {
        synchronise(account("alice", "Alice", false), account("bob", "Bob", false));
        provider.clock().forward(Duration.ofDays(1));
        synchronise(account("alice", "Alice", false), account("bob", "Robert", false));
        long start = MovableClock.START.toEpochMilli();
        assertThat(accounts("updated_at")).containsExactly(Long.toString(start), Long.toString(start + 86_400_000));
    }

    @Test
    @DisplayName("Who left the file, or is disabled there, is judged anew; who has another name alone is not")
    void marksWhoMayHaveLostARight() {
        synchronise(account("alice", "Alice", false), account("bob", "Bob", false), account("carol", "Carol", false));
        provider.clock().forward(Duration.ofDays(1));
        synchronise(account("alice", "Alice again", false), account("bob", "Bob", true));
        String now = Long.toString(provider.clock().instant().toEpochMilli());
        assertThat(accounts("rights_changed_at")).containsExactly("null", now, now);
    }

    @Test
    @DisplayName("An account that did not come from the file is left as it is")
    void leavesTheAdministratorAlone() {
        SetUpService setUp = provider.service(SetUpService.class);
        String link = setUp.openLink().orElseThrow();
        setUp.createAdministrator(
                link.substring(link.indexOf('=') + 1), "root", "a password that is long enough", FACTS);
        List<String> before = accounts("id || password || display_name || user_groups || disabled");
        synchronise(account("Root", "Usurper", true), account("alice", "Alice", false));
        synchronise();
        assertThat(provider.database()
                        .texts("select id || password || display_name || user_groups || disabled from account"
                                + " where username = 'root'"))
                .isEqualTo(before);
        assertThat(provider.database().count("account")).isEqualTo(2);
    }

    private void synchronise(FileAccount... accounts) {
        provider.service(AccountImportService.class).synchronise(new AccountsFile(List.of(accounts), List.of()));
    }

    private List<String> accounts(String column) {
        return provider.database().texts("select " + column + " from account order by username_key");
    }

    private static FileAccount account(String username, String displayName, boolean disabled) {
        return new FileAccount(
                username,
                displayName,
                UsernameKey.of(username) + "@example.org",
                false,
                Set.of("night shift"),
                disabled,
                null,
                DIGEST);
    }
}
