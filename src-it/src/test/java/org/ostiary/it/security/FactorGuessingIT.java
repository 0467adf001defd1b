package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** Guessing second factors, by somebody who knows the password. */
class FactorGuessingIT {

    private static final int MOST_OF_TRANSACTION = 5;
    private static final int MOST_OF_ACCOUNT = 10;
    private static final int TRANSACTIONS = 8;
    private static final long QUIET = 15 * 60 * 1000;
    private static final ServerSettings SETTINGS = ServerSettings.standard().with("oidc.trusted-proxies", "127.0.0.1");

    private static final OstiaryServer SERVER = Servers.fresh(Flavour.MICRO_H2, SETTINGS);

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    @DisplayName("F15: a transaction ends after five wrong codes, also for the right one; the next one works")
    void limitsATransaction() {
        enrol(TestAccounts.BOB);
        Journey journey = new Journey(SERVER);
        Answer page = passwordOnly(journey, TestAccounts.BOB);
        URI asked = page.uri();
        String wrong = Authenticator.of(SERVER, TestAccounts.BOB).wrongCode();
        for (int guess = 0; guess < MOST_OF_TRANSACTION; guess++) {
            page = journey.prove(page, wrong);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.textOf("factor-error")).contains("not right");
        }
        assertFull(journey.prove(page, wrong));
        Answer again = journey.open(asked);
        assertFull(journey.prove(again, TestAccounts.BOB));
        journey.arrived(journey.prove(journey.open(two()), TestAccounts.BOB));
    }

    @Test
    @DisplayName(
            "F15: of guesses in many transactions, sessions and places at once ten are judged, and then not even the right"
                    + " one; the owner reads of it, and is let in when a quarter of an hour was quiet")
    void limitsAnAccount() throws Exception {
        enrol(TestAccounts.ERIN);
        String wrong = Authenticator.of(SERVER, TestAccounts.ERIN).wrongCode();
        Journey owner = new Journey(SERVER);
        owner.recover(passwordOnly(owner, TestAccounts.ERIN), recoveryCode());

        List<Answer> answers = allAtOnce(wrong);
        assertThat(answers).hasSize(TRANSACTIONS * MOST_OF_TRANSACTION);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(MOST_OF_ACCOUNT);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(answers.size() - MOST_OF_ACCOUNT);

        Journey thief = new Journey(SERVER);
        assertFull(thief.prove(passwordOnly(thief, TestAccounts.ERIN), TestAccounts.ERIN));
        Journey other = new Journey(SERVER);
        assertFull(other.recover(passwordOnly(other, TestAccounts.ERIN), recoveryCode()));
        assertThat(owner.open(SERVER.endpoint("/account/activity")).body())
                .contains("Somebody with your password failed to confirm it with a second factor");

        SERVER.stop();
        assertThat(audited("wrong code")).isEqualTo(MOST_OF_ACCOUNT);
        assertThat(audited("too many wrong codes")).isEqualTo(answers.size() - MOST_OF_ACCOUNT + 2);
        quietSince(QUIET);
        SERVER.start();
        Journey later = new Journey(SERVER);
        assertThat(later.arrived(later.prove(passwordOnly(later, TestAccounts.ERIN), TestAccounts.ERIN))
                        .code())
                .isNotEmpty();
    }

    /** Each of several sessions has some transactions; their forms are opened first. */
    private static List<Answer> allAtOnce(String wrong) throws Exception {
        List<Callable<Answer>> guesses = new ArrayList<>();
        for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
            Journey journey = new Journey(SERVER);
            Answer page = passwordOnly(journey, TestAccounts.ERIN);
            for (int guess = 0; guess < MOST_OF_TRANSACTION; guess++) {
                HtmlForm form = journey.open(page.uri()).form().fill("code", wrong);
                int place = guesses.size();
                guesses.add(() -> journey.browser()
                        .copy()
                        .send(HttpRequest.newBuilder(form.action())
                                .header("X-Forwarded-For", "203.0.113." + place)
                                .header("Accept-Language", place % 2 == 0 ? "de" : "fr")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        form.press("factor-submit").encoded()))));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(guesses.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : threads.invokeAll(guesses)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertFull(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.hasElement("factor-form")).isFalse();
    }

    private static void enrol(TestAccount account) {
        new Journey(SERVER).authorize(two(), account);
    }

    private static Answer passwordOnly(Journey journey, TestAccount account) {
        Answer page = journey.logIn(journey.open(two()), account.username(), account.password());
        assertThat(Journey.isSecondFactor(page)).as("%s", page).isTrue();
        return page;
    }

    private static String recoveryCode() {
        return Authenticator.of(SERVER, TestAccounts.ERIN).recoveryCode();
    }

    private static AuthorizationRequest two() {
        return AuthorizationRequest.valid(TestClients.C2FA);
    }

    private static long audited(String reason) throws SQLException {
        try (Connection database = SERVER.openDatabase();
                PreparedStatement statement = database.prepareStatement("select count(*) from audit_record join account"
                        + " on account.id = account_id where event = 'second_factor_failed' and username = 'erin'"
                        + " and reason = ?")) {
            statement.setString(1, reason);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    private static void quietSince(long milliseconds) throws SQLException {
        try (Connection database = SERVER.openDatabase();
                PreparedStatement statement = database.prepareStatement(
                        "update account set factor_failed_at = factor_failed_at - ? where username = 'erin'")) {
            statement.setLong(1, milliseconds);
            assertThat(statement.executeUpdate()).isOne();
        }
    }
}
