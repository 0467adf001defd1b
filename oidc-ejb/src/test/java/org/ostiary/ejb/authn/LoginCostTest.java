package org.ostiary.ejb.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.accounts.AccountImportService;
import org.ostiary.ejb.accounts.AccountsFile;
import org.ostiary.ejb.accounts.FileAccount;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.config.RegulationRules;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.meter.Meters;

@DisplayName("F06: what a login costs where digests were imported")
class LoginCostTest {

    private static final String BCRYPT = "$2b$05$N9qo8uLOickgx2ZMRZoMyeL8MQLYEOYsM9jiqHXKMlhJsNVJcTfkG";
    private static final String PBKDF2 = "$pbkdf2-sha512$1000$AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(86);
    private static final String ARGON2 =
            "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ";
    private static final int COSTS = 4;

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    @ParameterizedTest
    @DisplayName("A refused password is compared once at each cost, whoever it is tried for")
    @CsvSource({
        "bcrypt,wrong",
        "bcrypt,''",
        "pbkdf2,wrong",
        "argon2,wrong",
        "off,correct horse battery staple",
        "off,wrong",
        "damaged,correct horse battery staple",
        "nobody,wrong",
        "nobody,''"
    })
    void costsAllTheSame(String username, String password) {
        bringIn(account("bcrypt", BCRYPT, false), account("pbkdf2", PBKDF2, false), account("argon2", ARGON2, false));
        bringIn(
                account("bcrypt", BCRYPT, false),
                account("pbkdf2", PBKDF2, false),
                account("argon2", ARGON2, false),
                account("off", ARGON2, true),
                account("damaged", ARGON2, false));
        provider.database().execute("update account set password = '$argon2id$v=19$m=x' where username = 'damaged'");
        long before = hashes();
        assertThat(logIn(username, password)).isInstanceOf(LoginRefused.class);
        assertThat(hashes() - before).isEqualTo(COSTS);
    }

    @Test
    @DisplayName("F10: so is the right one, where the account is locked")
    void costsTheSameWhereLocked() {
        bringIn(account("argon2", ARGON2, false), account("bcrypt", BCRYPT, false), account("pbkdf2", PBKDF2, false));
        for (int n = 0; n < RegulationRules.STANDARD.maxRetries(); n++) {
            logIn("argon2", "wrong");
        }
        long before = hashes();
        assertThat(logIn("argon2", PASSWORD)).isInstanceOf(LoginRefused.class);
        assertThat(hashes() - before).isEqualTo(COSTS);
    }

    @Test
    @DisplayName("The right one is compared once")
    void letsInAtOnce() {
        bringIn(account("argon2", ARGON2, false), account("bcrypt", BCRYPT, false));
        long before = hashes();
        assertThat(logIn("argon2", PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(hashes() - before).isOne();
    }

    @Test
    @DisplayName("A cost that no digest has any more is forgotten, one that came twice is there once")
    void forgets() {
        bringIn(account("a", BCRYPT, false), account("b", BCRYPT, false), account("c", ARGON2, false));
        assertThat(costs()).containsExactlyInAnyOrder(BCRYPT, ARGON2);
        bringIn(account("a", PBKDF2, false), account("b", PBKDF2, false), account("c", ARGON2, false));
        assertThat(costs()).containsExactlyInAnyOrder(PBKDF2, ARGON2);
    }

    @Test
    @DisplayName("There is a most of them, so that no file makes a wrong password a burden")
    void bounds() {
        bringIn(List.of(1001, 1002, 1003, 1004, 1005, 1006, 1007).stream()
                .map(rounds -> account("u" + rounds, PBKDF2.replace("1000", "" + rounds), false))
                .toArray(FileAccount[]::new));
        assertThat(provider.database().count("digest_cost")).isEqualTo(6);
    }

    private List<String> costs() {
        List<String> prefixes = provider.database().texts("select prefix from digest_cost");
        return List.of(BCRYPT, PBKDF2, ARGON2).stream()
                .filter(digest -> prefixes.stream().anyMatch(digest::startsWith))
                .toList();
    }

    private LoginOutcome logIn(String username, String password) {
        return browser.logIn(interactionOf(browser.start(validRequest())), username, password);
    }

    private long hashes() {
        return provider.service(Meters.class)
                .text()
                .lines()
                .filter(line -> line.startsWith("ostiary_password_hash_seconds_count "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    private void bringIn(FileAccount... accounts) {
        provider.service(AccountImportService.class).synchronise(new AccountsFile(List.of(accounts), List.of()));
    }

    private static FileAccount account(String username, String digest, boolean disabled) {
        return new FileAccount(username, username, username + "@example.org", false, Set.of(), disabled, null, digest);
    }
}
