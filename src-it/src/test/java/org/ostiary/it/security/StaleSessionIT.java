package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** What a session that is old, or knows of one factor only, or a stolen access token may not do to an account. */
class StaleSessionIT {

    private static final TestAccount ZOE = new TestAccount("zoe", "four words are enough");

    private static final OstiaryServer SERVER =
            Servers.fresh(Flavour.MICRO_POSTGRES, ServerSettings.standard().with("oidc.registration.enabled", "true"));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    @DisplayName("F21: an email address is changed only after password and second factor, both just now")
    void demandsEverythingForAnAddress() throws SQLException {
        Journey zoe = new Journey(SERVER);
        register(zoe);
        HtmlForm form = zoe.browser().get(SERVER.endpoint("/account/email")).form();
        assertThat(form.parameters().find("email")).hasValue("zoe@example.org");

        age("zoe");
        Answer refused = zoe.browser()
                .post(form.action(), form.fill("email", "mallory@example.org").press("email-submit"));
        assertThat(refused.status()).as("%s", refused).isEqualTo(303);
        assertThat(email("zoe")).isEqualTo("zoe@example.org");

        Answer login = zoe.follow(refused);
        assertThat(Journey.isLogin(login)).as("%s", login).isTrue();
        Answer factor = zoe.logIn(login, ZOE.username(), ZOE.password());
        assertThat(Journey.isSecondFactor(factor)).as("%s", factor).isTrue();
        assertThat(zoe.browser().get(SERVER.endpoint("/account/email")).redirects())
                .as("the password alone")
                .isTrue();
        Answer page = zoe.recover(factor, ZOE);
        HtmlForm again = page.form().fill("email", "zoe@example.net");
        assertThat(zoe.browser()
                        .post(again.action(), again.press("email-submit"))
                        .status())
                .isEqualTo(303);
        assertThat(email("zoe")).isEqualTo("zoe@example.net");
    }

    @Test
    @DisplayName("F21: a code just typed makes no fresh login of an old one")
    void isNotFreshByACode() throws SQLException {
        Journey erin = new Journey(SERVER);
        erin.authorize(two(), TestAccounts.ERIN);
        Journey other = new Journey(SERVER);
        other.authorize(one(), TestAccounts.ERIN);
        age("erin");
        Answer factor = other.open(SERVER.endpoint("/account"));
        assertThat(Journey.isSecondFactor(factor)).as("%s", factor).isTrue();
        Answer account = other.recover(factor, TestAccounts.ERIN);
        assertThat(account.hasElement("profile-username")).as("%s", account).isTrue();
        assertThat(Journey.isLogin(other.open(SERVER.endpoint("/account/email"))))
                .isTrue();
        assertThat(Journey.isLogin(other.open(one().with("max_age", "60"))))
                .as("auth_time did not move either")
                .isTrue();
    }

    @Test
    @DisplayName("F21: who has a factor is offered no key for another one by a password, and no key is shown again")
    void offersNoKey() {
        Journey alice = new Journey(SERVER);
        Answer offer = alice.logIn(alice.open(two()), TestAccounts.ALICE.username(), TestAccounts.ALICE.password());
        String key = offer.textOf("totp-key");
        Answer arrived = alice.enrol(offer, TestAccounts.ALICE);
        alice.arrived(arrived);
        assertThat(alice.open(offer.uri()).body()).as("Back").doesNotContain(key);

        Journey thief = new Journey(SERVER);
        Answer factor = thief.logIn(thief.open(two()), TestAccounts.ALICE.username(), TestAccounts.ALICE.password());
        String interaction = factor.form().parameters().require("interaction");
        Answer enrolment = thief.open(SERVER.endpoint("/enrolment.xhtml?interaction=" + interaction));
        assertThat(Journey.isSecondFactor(enrolment)).as("%s", enrolment).isTrue();
        assertThat(enrolment.hasElement("totp-key")).isFalse();
        Parameters sent = factor.form().press("factor-submit").with("code", "123456");
        assertThat(Journey.isEnrolment(thief.follow(thief.browser().post(SERVER.endpoint("/enrolment.xhtml"), sent))))
                .isFalse();
    }

    @Test
    @DisplayName("F21: a first factor is enrolled by whoever types the password, never by an old session")
    void enrolsAfterALoginOnly() throws SQLException {
        Journey dave = new Journey(SERVER);
        dave.authorize(one(), TestAccounts.DAVE);
        age("dave");
        Answer login = dave.open(two());
        assertThat(Journey.isLogin(login)).as("%s", login).isTrue();
        String interaction = login.form().parameters().require("interaction");
        assertThat(Journey.isLogin(dave.open(SERVER.endpoint("/enrolment.xhtml?interaction=" + interaction))))
                .isTrue();
        assertThat(Journey.isEnrolment(dave.logIn(login, TestAccounts.DAVE.username(), TestAccounts.DAVE.password())))
                .isTrue();
    }

    @Test
    @DisplayName("F21: an access token opens no page of an account")
    void isNoSession() {
        RelyingParty party = new RelyingParty(SERVER, TestClients.IMPLICIT_CONSENT);
        String token = party.tokensFor(TestAccounts.BOB, party.validRequest()).accessToken();
        for (String path : new String[] {"/account", "/account/email", "/account/password", "/account/sessions"}) {
            Answer answer = new UserAgent()
                    .send(HttpRequest.newBuilder(SERVER.endpoint(path)).header("Authorization", "Bearer " + token));
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.location().getPath()).isEqualTo("/api/oidc/authorization/resume");
        }
    }

    private static void register(Journey journey) {
        HtmlForm form = journey.open(two().with("prompt", "create"))
                .form()
                .fill("register-username", ZOE.username())
                .fill("register-name", "Zoe")
                .fill("register-email", "zoe@example.org")
                .fill("register-password", ZOE.password());
        Answer offer = journey.follow(journey.browser().post(form.action(), form.press("register-submit")));
        assertThat(journey.arrived(journey.enrol(offer, ZOE)).code()).isNotEmpty();
    }

    private static AuthorizationRequest one() {
        return AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT);
    }

    private static AuthorizationRequest two() {
        return AuthorizationRequest.valid(TestClients.C2FA);
    }

    /** Moves the logins of an account ten minutes into the past. */
    private static void age(String username) throws SQLException {
        try (Connection database = SERVER.openDatabase();
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update login_session set auth_time = auth_time - 600000 where account_id ="
                                    + " (select id from account where username = '" + username + "')"))
                    .isPositive();
        }
    }

    private static String email(String username) throws SQLException {
        try (Connection database = SERVER.openDatabase();
                Statement statement = database.createStatement();
                var row = statement.executeQuery("select email from account where username = '" + username + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
