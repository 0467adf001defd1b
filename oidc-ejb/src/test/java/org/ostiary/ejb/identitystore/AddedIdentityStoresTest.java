package org.ostiary.ejb.identitystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.UNAVAILABLE;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.identitystore.StaffStore.PASSWORD;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authn.LoginOutcome;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;

/** People of identity stores that an operator added (Jakarta Security 3.0, section 3.2). */
class AddedIdentityStoresTest {

    private static final RunningProvider PROVIDER =
            RunningProvider.started(SampleConfig.production().build(), StaffStore.class, MoreGroups.class);

    private final StaffStore store = PROVIDER.service(StaffStore.class);

    @BeforeEach
    void beginWithNobody() {
        PROVIDER.database().execute("delete from login_session");
        PROVIDER.database().execute("delete from account");
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
    @DisplayName("An operator's lock outlasts a right password")
    void keepsAnOperatorsLock() {
        store.employ("sam", "4711");
        logIn("sam", PASSWORD);
        PROVIDER.disableAccount("sam");
        assertThat(logIn("sam", PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(accounts("disabled")).containsExactly("TRUE");
    }

    private static LoginOutcome logIn(String username, String password) {
        SampleBrowser browser = new SampleBrowser(PROVIDER);
        return browser.logIn(interactionOf(browser.start(validRequest())), username, password);
    }

    private static List<String> accounts(String column) {
        return PROVIDER.database().texts("select " + column + " from account order by created_at");
    }
}
