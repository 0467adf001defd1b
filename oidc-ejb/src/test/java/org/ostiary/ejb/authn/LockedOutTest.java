package org.ostiary.ejb.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.config.RegulationRules;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.regulation.Regulation;
import org.ostiary.persistence.account.Accounts;

@DisplayName("Regulation of passwords")
class LockedOutTest {

    private static final int MOST = RegulationRules.STANDARD.maxRetries();
    private static final LoginRefused REFUSED = new LoginRefused(INVALID_CREDENTIALS);

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String alice = provider.addAccount("alice");

    @Test
    @DisplayName(
            "F10: after three wrong passwords the right one is refused with the same answer, until the ban ends by itself")
    void refusesTheRightPassword() {
        fail("alice", MOST);
        assertThat(logIn("alice", PASSWORD)).isEqualTo(REFUSED);
        assertThat(lastReason()).isEqualTo("too many wrong passwords before");
        provider.clock().forward(RegulationRules.STANDARD.banTime().minusSeconds(1));
        assertThat(logIn("alice", PASSWORD)).isEqualTo(REFUSED);
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(logIn("alice", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("Auditors find when an account was locked, and that it is open again, once each")
    void tellsAuditors() {
        fail("alice", MOST + 2);
        provider.clock().forward(RegulationRules.STANDARD.banTime());
        logIn("alice", PASSWORD);
        logIn("alice", PASSWORD);
        assertThat(provider.database()
                        .texts(
                                "select reason from audit_record where account_id = ? and event = 'account_locked'",
                                alice))
                .singleElement()
                .asString()
                .startsWith("passwords, until 2026-03-01T12:05:00");
        assertThat(provider.database()
                        .texts(
                                "select reason from audit_record where account_id = ? and event = 'account_unlocked'",
                                alice))
                .singleElement()
                .asString()
                .startsWith("passwords, since 2026-03-01T12:05:00");
    }

    @ParameterizedTest
    @DisplayName("F05, F09: a name that nobody has is counted the same way, in whatever spelling and length")
    @ValueSource(
            strings = {
                "nobody",
                "NOBODY ",
                "",
                "a\u0000b",
                "a name of more than a hundred characters, as no account can"
                        + " have it, and that is counted all the same: ................"
            })
    void countsUnknownNames(String username) {
        fail(username, MOST);
        assertThat(lastReason()).isEqualTo("unknown username");
        assertThat(logIn(username.toLowerCase(Locale.ROOT), PASSWORD)).isEqualTo(REFUSED);
        assertThat(lastReason()).isEqualTo("too many wrong passwords before");
        assertThat(provider.audited("account_locked")).isOne();
        assertThat(provider.database().texts("select name from guess_counter"))
                .singleElement()
                .asString()
                .matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    @DisplayName("Wrong passwords count for their time only")
    void forgetsInTime() {
        fail("alice", MOST - 1);
        provider.clock().forward(RegulationRules.STANDARD.findTime());
        fail("alice", MOST - 1);
        assertThat(logIn("alice", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("A right password does not count, and does not make wrong ones undone")
    void countsWrongOnesOnly() {
        fail("alice", MOST - 1);
        for (int time = 0; time < MOST; time++) {
            assertThat(new SampleBrowser(provider))
                    .satisfies(
                            other -> assertThat(logIn(other, "alice", PASSWORD)).isInstanceOf(LoggedIn.class));
        }
        fail("alice", 1);
        assertThat(logIn("alice", PASSWORD)).isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("F11: who locks alice out from elsewhere does not lock her out of her own browser")
    void letsTheOwnerIn() {
        logIn("alice", PASSWORD);
        SampleBrowser attacker = new SampleBrowser(provider);
        fail(attacker, "alice", MOST);
        assertThat(logIn(attacker, "alice", PASSWORD)).isEqualTo(REFUSED);
        assertThat(logIn("alice", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    @DisplayName("F11: a known device is counted too, apart, and only for the account that knows it")
    void countsKnownDevices() {
        logIn("alice", PASSWORD);
        provider.addAccount("bob");
        fail("alice", MOST);
        assertThat(logIn("alice", PASSWORD)).isEqualTo(REFUSED);
        SampleBrowser other = new SampleBrowser(provider);
        assertThat(logIn(other, "alice", PASSWORD)).isInstanceOf(LoggedIn.class);
        fail(new SampleBrowser(provider), "bob", MOST);
        assertThat(logIn(other, "bob", PASSWORD)).isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("An administrator may end a ban")
    void isUnlocked() {
        fail("alice", MOST);
        provider.inTransaction(() -> provider.service(Regulation.class)
                .unlock(
                        provider.service(Accounts.class)
                                .findByUsernameKey("alice")
                                .orElseThrow(),
                        RunningProvider.FACTS));
        assertThat(logIn("alice", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(provider.audited("account_unlocked")).isOne();
    }

    @Test
    @DisplayName("Administrators see a ban at the account, until it ends")
    void isSeen() {
        AdminAccountService administration = provider.service(AdminAccountService.class);
        fail("alice", MOST - 1);
        assertThat(administration.show(alice).bannedUntil()).isNull();
        fail("alice", 1);
        assertThat(administration.show(alice).bannedUntil())
                .isEqualTo(provider.clock().instant().plus(RegulationRules.STANDARD.banTime()));
        provider.clock().forward(RegulationRules.STANDARD.banTime());
        assertThat(administration.show(alice).bannedUntil()).isNull();
    }

    @Test
    @DisplayName("S18: a ban does not end without a record of who ended it")
    void isUnlockedWithItsRecord() {
        fail("alice", MOST);
        String id = provider.database()
                .texts("select id from account where username_key = 'alice'")
                .get(0);
        Administrator unwritable = new Administrator(
                "x".repeat(100_000), null, AdministrationRole.ADMIN, "unlock_account", RunningProvider.FACTS);
        AdminGroupService administration = provider.service(AdminGroupService.class);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> administration.unlock(unwritable, id));
        assertThat(logIn("alice", PASSWORD)).isEqualTo(REFUSED);
        assertThat(provider.audited("account_unlocked")).isZero();
    }

    private void fail(String username, int times) {
        fail(browser, username, times);
    }

    private void fail(SampleBrowser from, String username, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(logIn(from, username, "wrong")).isEqualTo(REFUSED);
        }
    }

    private LoginOutcome logIn(String username, String password) {
        return logIn(browser, username, password);
    }

    private LoginOutcome logIn(SampleBrowser from, String username, String password) {
        // A login in the very instant of the request would answer prompt=login already.
        provider.clock().forward(Duration.ofMillis(1));
        String interaction = interactionOf(from.start(validRequest().with("prompt", "login")));
        return from.logIn(interaction, username, password);
    }

    private String lastReason() {
        List<String> reasons = provider.database()
                .texts("select reason from audit_record where event = 'login_failed' order by happened_at");
        return reasons.get(reasons.size() - 1);
    }
}
