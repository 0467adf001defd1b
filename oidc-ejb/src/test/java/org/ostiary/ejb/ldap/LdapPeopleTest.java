package org.ostiary.ejb.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.UNAVAILABLE;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.ldap.SampleDirectory.PASSWORD;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.authn.LoginOutcome;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.source.SourceAwayException;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/** People of a directory (RFC 4511 and its kin). */
class LdapPeopleTest {

    private static final SampleDirectory DIRECTORY = new SampleDirectory();
    private static final RunningProvider PROVIDER = RunningProvider.started(
            SampleConfig.production().withLdap(DIRECTORY.config(null)).build());

    @BeforeEach
    void beginWithNobody() {
        PROVIDER.database().execute("delete from login_session");
        PROVIDER.database().execute("delete from account");
        // Past the pause that a directory which was away leaves behind.
        PROVIDER.clock().forward(Duration.ofMinutes(1));
        DIRECTORY.empty();
    }

    @Test
    @DisplayName("The first login makes an account with what the directory says, the next describes it anew")
    void describesAtEachLogin() {
        DIRECTORY.add("dave");
        DIRECTORY.addGroup("night shift", "dave");
        assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts(
                        "origin || '/' || display_name || '/' || email || '/' || email_verified || '/' || user_groups"))
                .containsExactly("ldap/dave of Outside/dave@example.org/TRUE/night shift");
        DIRECTORY.modify("dave", "replace: displayName", "displayName: David");
        DIRECTORY.addGroup("staff", "dave");
        assertThat(logIn("DAVE@example.org", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("username || '/' || display_name")).containsExactly("dave/David");
        assertThat(accounts("user_groups").get(0).lines()).containsExactlyInAnyOrder("night shift", "staff");
    }

    @Test
    @DisplayName("S19: who is renamed keeps the account; who is made anew gets another, and the former one is out")
    void keysByWhatNeverChanges() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        String id = accounts("id").get(0);
        DIRECTORY.rename("dave", "david");
        assertThat(logIn("david", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("id || username")).containsExactly(id + "david");
        DIRECTORY.delete("david");
        DIRECTORY.add("david");
        assertThat(logIn("david", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(PROVIDER.database().texts("select id from account where absent_since is null"))
                .hasSize(1)
                .doesNotContain(id);
    }

    @ParameterizedTest
    @DisplayName("RFC 4515 3: a name is never a piece of a filter, and no wildcard")
    @ValueSource(
            strings = {"*", "dav*", "*)(uid=*", "dave)(uid=*", "dave\\2a", "d\\61ve", "{dn}", "(", "dave,ou=people"})
    void escapesNames(String name) {
        DIRECTORY.add("dave");
        assertThat(logIn(name, PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(PROVIDER.database().count("account")).isZero();
    }

    @ParameterizedTest
    @DisplayName("RFC 4513 5.1.2: an empty password would be an anonymous bind, which succeeds")
    @ValueSource(strings = {"", "\0", "wrong"})
    void refusesOtherPasswords(String password) {
        DIRECTORY.add("dave");
        assertThat(logIn("dave", password)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("A name that two people have means nobody")
    void demandsExactlyOne() {
        DIRECTORY.add("dave");
        DIRECTORY.add("eve");
        DIRECTORY.addMail("eve", "dave");
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("Two spellings of one person's name mean one account, for whoever counts guesses")
    void findsOneAccount() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        logIn("dave@example.org", "wrong");
        logIn("dave", "wrong");
        assertThat(PROVIDER.database()
                        .texts("select distinct account_id from audit_record where event = 'login_failed'"
                                + " and account_id in (select id from account)"))
                .hasSize(1);
    }

    @Test
    @DisplayName("While the directory is away every failure says so; our own accounts log in, and it is found again")
    void isAway() {
        DIRECTORY.add("dave");
        PROVIDER.addAccount("alice");
        DIRECTORY.goAway();
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("nobody", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", "wrong")).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isInstanceOf(LoggedIn.class);
        DIRECTORY.comeBack();
        assertThat(logIn("dave", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        PROVIDER.clock().forward(Duration.ofSeconds(5));
        assertThat(logIn("dave", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("Who was not asked about for five minutes is due, and absent when locked or gone, until back")
    void confirms() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        assertThat(due()).isFalse();
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        assertThat(due()).isTrue();
        confirm();
        assertThat(due()).isFalse();
        assertThat(accounts("absent_since")).containsExactly("null");
        DIRECTORY.modify("dave", "replace: employeeType", "employeeType: locked");
        confirm();
        assertThat(account().disabled()).isTrue();
        DIRECTORY.modify("dave", "replace: employeeType", "employeeType: staff");
        confirm();
        assertThat(account().disabled()).isFalse();
        DIRECTORY.delete("dave");
        confirm();
        assertThat(account().disabled()).isTrue();
    }

    @Test
    @DisplayName("While the directory is away its last answer counts")
    void keepsTheLastAnswer() {
        DIRECTORY.add("dave");
        logIn("dave", PASSWORD);
        PROVIDER.clock().forward(Duration.ofMinutes(5));
        DIRECTORY.goAway();
        confirm();
        DIRECTORY.comeBack();
        assertThat(account().disabled()).isFalse();
        assertThat(due()).isFalse();
    }

    @Test
    @DisplayName("RFC 4514 2.4: who binds as themselves is described by what they may read, and escapes from no name")
    void bindsAsThePerson() {
        DIRECTORY.add("dave");
        DIRECTORY.addGroup("staff", "dave");
        try (LdapDirectory own =
                new LdapDirectory(DIRECTORY.config("uid={username},ou=people,dc=example,dc=org"), PROVIDER.clock())) {
            assertThat(own.proveByOwnBind("dave", PASSWORD))
                    .hasValueSatisfying(person -> assertThat(person.groups()).containsExactly("staff"));
            assertThat(own.proveByOwnBind("dave", "wrong")).isEmpty();
            assertThat(own.proveByOwnBind("dave,ou=people,dc=example,dc=org", PASSWORD))
                    .isEmpty();
            assertThat(own.proveByOwnBind("*", PASSWORD)).isEmpty();
        }
    }

    @Test
    @DisplayName("A wrong password of the service account is no wrong password of a person")
    void tellsTheServiceAccountApart() {
        DIRECTORY.add("dave");
        LdapConfig right = DIRECTORY.config(null);
        LdapConfig wrong = new LdapConfig(
                right.addresses(),
                false,
                null,
                right.timeout(),
                1,
                right.usersBase(),
                right.usersFilter(),
                right.groupsBase(),
                right.groupsFilter(),
                right.attributes(),
                right.user(),
                "wrong",
                null,
                null,
                false,
                right.refreshInterval());
        try (LdapDirectory directory = new LdapDirectory(wrong, PROVIDER.clock())) {
            assertThatExceptionOfType(SourceAwayException.class)
                    .isThrownBy(() -> directory.bind("uid=dave,ou=people,dc=example,dc=org", PASSWORD));
        }
    }

    private static boolean due() {
        return PROVIDER.inTransaction(
                () -> PROVIDER.service(AccountConfirmation.class).due(account()));
    }

    private static void confirm() {
        Account account = account();
        PROVIDER.service(AccountConfirmation.class).confirm(account.id(), String.valueOf(account.externalId()));
    }

    private static Account account() {
        return PROVIDER.inTransaction(() ->
                PROVIDER.service(Accounts.class).find(accounts("id").get(0)).orElseThrow());
    }

    private static LoginOutcome logIn(String username, String password) {
        SampleBrowser browser = new SampleBrowser(PROVIDER);
        return browser.logIn(interactionOf(browser.start(validRequest())), username, password);
    }

    private static List<String> accounts(String column) {
        return PROVIDER.database().texts("select " + column + " from account order by created_at");
    }
}
