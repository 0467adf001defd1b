package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Wrong passwords are counted exactly, however they come. */
class RegulationIT {

    private static final int GUESSES = 200;
    private static final int MOST = 3;
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final ServerSettings REGULATED = ServerSettings.standard()
            .with("oidc.regulation.max-retries", Integer.toString(MOST))
            .with("oidc.regulation.find-time", "1h")
            .with("oidc.regulation.ban-time", "1h")
            .with("oidc.master-key", KEY);

    @Test
    @DisplayName(
            "F09, F10, F11: 200 guesses at once on the embedded database, and alice's own browser gets in afterwards")
    void oneNode() throws Exception {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, REGULATED)) {
            server.start();
            Journey owner = new Journey(server);
            RelyingParty application = new RelyingParty(server, TestClients.REFRESHING);
            AuthorizationRequest request = application.validRequest().with("scope", "openid offline_access");
            Tokens tokens = application.tokensFor(owner, TestAccounts.ALICE, request);
            AuthorizationRequest second = application.validRequest();
            String code = owner.authorize(second, TestAccounts.ALICE).code();
            Answer consent = owner.open(application.validRequest().with("prompt", "consent"));

            guess(List.of(server));
            assertGoesOn(owner, application, tokens, second, code, consent);

            assertThat(Journey.isLogin(logIn(new Journey(server), TestAccounts.ALICE.password())))
                    .as("the right password from elsewhere")
                    .isTrue();
            assertThat(logIn(owner, TestAccounts.ALICE.password()).redirects())
                    .as("the right password from a known device")
                    .isTrue();
            server.stop();
            assertExact(server);
        }
    }

    @Test
    @DisplayName("F09: 200 guesses at once on two nodes with one PostgreSQL")
    void twoNodes() throws Exception {
        try (OstiaryServer first = Servers.fresh(Flavour.MICRO_POSTGRES, REGULATED)) {
            first.start();
            ServerSettings same = REGULATED
                    .with("oidc.db.url", String.valueOf(first.configuration().get("oidc.db.url")))
                    .with("oidc.db.user", String.valueOf(first.configuration().get("oidc.db.user")))
                    .with(
                            "oidc.db.password",
                            String.valueOf(first.configuration().get("oidc.db.password")));
            try (OstiaryServer second = Servers.fresh(Flavour.MICRO_H2, same)) {
                second.start();
                guess(List.of(first, second));
                for (OstiaryServer node : List.of(first, second)) {
                    assertThat(Journey.isLogin(logIn(new Journey(node), TestAccounts.ALICE.password())))
                            .isTrue();
                }
                assertExact(first);
            }
        }
    }

    @Test
    @DisplayName("F12: made-up forwarded headers do not make a caller another one")
    void countsTheAddress() throws Exception {
        try (OstiaryServer server =
                Servers.fresh(Flavour.MICRO_H2, REGULATED.with("oidc.regulation.modes", "user,ip"))) {
            server.start();
            for (int name = 0; name < MOST; name++) {
                assertThat(Journey.isLogin(logInAs("somebody" + name, "wrong", server, "203.0.113." + name)))
                        .isTrue();
            }
            for (String forwarded : List.of("203.0.113.99", "127.0.0.1", "a", "1,".repeat(200), "2001:db8::1")) {
                assertThat(Journey.isLogin(logInAs("bob", TestAccounts.BOB.password(), server, forwarded)))
                        .as(forwarded)
                        .isTrue();
            }
            server.stop();
            assertThat(count(server, "event = 'account_locked' and reason like 'passwords from one address%'"))
                    .isOne();
        }
    }

    /** A lock closes the login with a password, in one place for everything; what was proved before goes on by every path. */
    private static void assertGoesOn(
            Journey owner,
            RelyingParty application,
            Tokens tokens,
            AuthorizationRequest request,
            String code,
            Answer consent) {
        assertThat(application.redemption(request, code).send().status())
                .as("C09: a code given before")
                .isEqualTo(200);
        assertThat(application.refresh(tokens.member("refresh_token")).send().status())
                .as("C09: a refresh")
                .isEqualTo(200);
        assertThat(owner.authorize(application.validRequest().with("prompt", "none"), TestAccounts.ALICE)
                        .code())
                .as("C09: prompt=none")
                .isNotEmpty();
        assertThat(owner.follow(owner.browser()
                                .post(consent.form().action(), consent.form().press("consent-allow")))
                        .redirects())
                .as("C09: a consent page that was open")
                .isTrue();
    }

    /** In turn on the nodes, each with a form of its own that was opened before; then as many as were too busy to be judged. */
    private static void guess(List<OstiaryServer> nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(GUESSES);
        try {
            List<Callable<Answer>> guesses = new ArrayList<>();
            for (int each = 0; each < GUESSES; each++) {
                guesses.add(prepared(nodes.get(each % nodes.size())));
            }
            for (Future<Answer> each : threads.invokeAll(guesses)) {
                assertThat(each.get().status()).isIn(200, 503);
            }
        } finally {
            threads.shutdownNow();
        }
        for (int each = 0; each < MOST; each++) {
            logIn(new Journey(nodes.get(0)), "wrong again");
        }
    }

    private static Callable<Answer> prepared(OstiaryServer server) {
        Journey journey = new Journey(server);
        HtmlForm form = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))
                .form()
                .fill("username", "alice")
                .fill("password", "wrong");
        return () -> journey.browser().post(form.action(), form.press("login-submit"));
    }

    private static Answer logIn(Journey journey, String password) {
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("prompt", "login");
        HtmlForm form = journey.open(request).form().fill("username", "alice").fill("password", password);
        return journey.browser().post(form.action(), form.press("login-submit"));
    }

    private static Answer logInAs(String username, String password, OstiaryServer server, String forwarded) {
        Journey journey = new Journey(server);
        HtmlForm form = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))
                .form()
                .fill("username", username)
                .fill("password", password);
        return journey.browser()
                .send(HttpRequest.newBuilder(form.action())
                        .header("X-Forwarded-For", forwarded)
                        .header("Forwarded", "for=\"" + forwarded + '"')
                        .header("X-Real-IP", forwarded)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form.press("login-submit").encoded())));
    }

    private static void assertExact(OstiaryServer server) throws SQLException {
        assertThat(count(server, "event = 'login_failed' and reason = 'wrong password'"))
                .isEqualTo(MOST);
        assertThat(count(server, "event = 'account_locked'")).isOne();
        assertThat(count(server, "event = 'login_failed' and reason = 'too many wrong passwords before'"))
                .isPositive();
    }

    private static long count(OstiaryServer server, String condition) throws SQLException {
        try (Connection database = server.openDatabase();
                PreparedStatement statement =
                        database.prepareStatement("select count(*) from audit_record where " + condition);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
