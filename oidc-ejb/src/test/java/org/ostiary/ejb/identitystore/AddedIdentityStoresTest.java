package org.ostiary.ejb.identitystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.UNAVAILABLE;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.identitystore.StaffStore.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authn.LoginOutcome;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.config.RegulationMode;
import org.ostiary.ejb.config.RegulationRules;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;

/** People of identity stores that an operator added (Jakarta Security 3.0, section 3.2). */
class AddedIdentityStoresTest {

    private static final RunningProvider PROVIDER =
            RunningProvider.with(SampleConfig.production(), StaffStore.class, MoreGroups.class);

    private static final int MOST = RegulationRules.STANDARD.maxRetries();

    private final StaffStore store = PROVIDER.service(StaffStore.class);

    @BeforeEach
    void beginWithNobody() {
        PROVIDER.empty();
        store.forget();
    }

    @Test
    @DisplayName("Whom a store accepts gets an account of the origin identity-store, with the groups of all stores")
    void makesAnAccountAtTheFirstLogin() {
        store.employ("sam", "4711");
        assertThat(logIn("sam", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("username || '/' || origin || '/' || external_id"))
                .containsExactly("sam/identity-store/staff:4711");
        assertThat(accounts("user_groups").get(0).lines()).containsExactlyInAnyOrder("staff", "from another store");
        assertThat(accounts("password")).containsExactly("null");
    }

    @Test
    @DisplayName("S19: who is renamed keeps the account")
    void keepsTheAccountOfWhoIsRenamed() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        String id = accounts("id").get(0);
        store.rename("sam", "samantha");
        assertThat(logIn("samantha", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("id || username")).containsExactly(id + "samantha");
    }

    @Test
    @DisplayName("S19: another person of the same name gets another account, and the former one is out")
    void givesAnotherPersonAnotherAccount() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        String id = accounts("id").get(0);
        store.employ("sam", "4712");
        assertThat(logIn("sam", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(accounts("external_id")).containsExactlyInAnyOrder("staff:4711", "staff:4712");
        assertThat(PROVIDER.database().texts("select external_id from account where absent_since is not null"))
                .containsExactly("staff:4711");
        assertThat(PROVIDER.database().texts("select id from account where absent_since is null"))
                .doesNotContain(id);
    }

    @Test
    @DisplayName("An account of our own keeps its name, and no store hears its password")
    void prefersAccountsOfOurOwn() {
        PROVIDER.addAccount("alice");
        store.employ("alice", "4713");
        assertThat(logIn("alice", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(store.asked()).doesNotContain("alice");
    }

    @Test
    @DisplayName("F06: each failure asks the stores once, for the person or for nobody")
    void asksTheStoresOnceForEveryFailure() {
        PROVIDER.addAccount("alice");
        logIn("alice", "wrong");
        assertThat(store.asked()).hasSize(1);
        logIn("nobody", "wrong");
        assertThat(store.asked()).hasSize(2);
    }

    @ParameterizedTest
    @DisplayName("RFC 4513 5.1.2: a password that may count as empty is refused before anyone is asked")
    @ValueSource(strings = {"", "\0", "a\0"})
    void asksNobodyForAnEmptyPassword(String password) {
        store.employ("sam", "4711");
        assertThat(logIn("sam", password)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(store.asked()).doesNotContain("sam");
    }

    @Test
    @DisplayName("A store that gives no unique id lets nobody in: the name may be another's tomorrow")
    void demandsAUniqueId() {
        store.employ("sam", "");
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(PROVIDER.database().count("account")).isZero();
    }

    @Test
    @DisplayName("A store that fails is away: failures say so for all names alike, accounts of our own still log in")
    void isAwayWhenAStoreFails() {
        PROVIDER.addAccount("alice");
        store.employ("sam", "4711");
        store.breakDown();
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("nobody", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", "wrong")).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("F09: what a store that is away did not judge is no guess; what was judged here is one all the same")
    void countsOnlyWhatWasJudged() {
        PROVIDER.addAccount("alice");
        store.employ("sam", "4711");
        store.breakDown();
        for (int time = 0; time < 2 * MOST; time++) {
            logIn("sam", "wrong");
            assertThat(logIn("alice", "wrong")).isEqualTo(new LoginRefused(UNAVAILABLE));
        }
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        store.repair();
        assertThat(logIn("sam", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(logIn("alice", RunningProvider.PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("F12: while a store is away, an address that is locked out does not tell which accounts are our own")
    void countsNoAddressWhileAStoreIsAway() {
        RegulationRules both = new RegulationRules(
                Set.of(RegulationMode.IP, RegulationMode.USER), MOST, Duration.ofMinutes(2), Duration.ofMinutes(5));
        RunningProvider node = RunningProvider.with(SampleConfig.production().with(both), StaffStore.class);
        node.empty();
        node.addAccount("alice");
        node.service(StaffStore.class).breakDown();
        for (int time = 0; time < MOST; time++) {
            logIn(node, "alice", "wrong");
        }
        assertThat(node.database().count("guess_counter")).isEqualTo(2);
        assertThat(node.database().count("guess_counter where tries > 0")).isOne();
    }

    @Test
    @DisplayName("F10: guesses that are not judged never reach a store, which may count them itself")
    void keepsTheLockedOutFromTheStores() {
        store.employ("sam", "4711");
        for (int time = 0; time < MOST; time++) {
            logIn("sam", "wrong");
        }
        assertThat(store.asked().stream().filter("sam"::equals)).hasSize(MOST);
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(store.asked().stream().filter("sam"::equals)).hasSize(MOST);
        assertThat(store.asked()).hasSize(MOST + 1);
        assertThat(PROVIDER.database().count("account")).isZero();
    }

    @Test
    @DisplayName("F09: of many guesses at once a store judges no more than of those that come one after the other")
    void asksNoMoreUnderARace() throws Exception {
        store.employ("sam", "4711");
        Race.run(20, () -> logIn("sam", "wrong"));
        assertThat(store.asked().stream().filter("sam"::equals)).hasSize(MOST);
    }

    @Test
    @DisplayName("F09: spellings that only a store may take for one name are counted together")
    void countsSpellingsTogether() {
        for (String spelling : List.of("jose maria", "Jos\u00e9 Maria", "jose  mari\u00e1")) {
            logIn(spelling, "wrong");
        }
        store.employ("josemaria", "4711");
        assertThat(logIn("josemaria", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("S18: auditors find the first login, and that another person has the name")
    void tellsAuditors() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        logIn("sam", PASSWORD);
        store.employ("sam", "4712");
        logIn("sam", PASSWORD);
        assertThat(PROVIDER.database()
                        .texts("select event || ': ' || reason from audit_record"
                                + " where event like 'account%' order by event"))
                .containsExactly(
                        "account_absent: another person of identity-store has the username",
                        "account_added: identity-store",
                        "account_added: identity-store");
    }

    @Test
    @DisplayName("The name of somebody from elsewhere stays theirs, whatever a store calls its own people")
    void takesNoNameFromElsewhere() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        PROVIDER.database().execute("update account set origin = 'ldap'");
        store.employ("sam", "4712");
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(accounts("absent_since")).containsExactly("null");
        assertThat(accounts("external_id")).containsExactly("staff:4711");
    }

    @Test
    @DisplayName("A store that fails after it accepted a password is away as well")
    void isAwayWhenGroupsFail() {
        store.employ("sam", "4711");
        store.loseGroups();
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(UNAVAILABLE));
        assertThat(PROVIDER.database().count("account")).isZero();
    }

    @Test
    @DisplayName("An operator's lock outlasts a right password")
    void keepsAnOperatorsLock() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        PROVIDER.disableAccount("sam");
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(accounts("disabled")).containsExactly("TRUE");
    }

    private static LoginOutcome logIn(String username, String password) {
        return logIn(PROVIDER, username, password);
    }

    private static LoginOutcome logIn(RunningProvider node, String username, String password) {
        SampleBrowser browser = new SampleBrowser(node);
        return browser.logIn(interactionOf(browser.start(validRequest())), username, password);
    }

    private static List<String> accounts(String column) {
        return PROVIDER.database().texts("select " + column + " from account order by created_at");
    }
}
