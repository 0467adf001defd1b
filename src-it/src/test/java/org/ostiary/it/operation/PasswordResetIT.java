package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.Mailbox;
import org.ostiary.it.server.Mailbox.Mail;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** Mail as an administrator sets it up and a person meets it: notices, and the way to a new password. */
class PasswordResetIT {
    private static final String OLD = "correct horse battery staple";
    private static final String NEW = "another horse, another staple";
    private static final String ADDRESS = "root@people.test";
    private static final String GERMAN = " lang=\"de\" dir=\"ltr\">";
    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+/reset-password\\.xhtml\\?token=\\S+");

    @ParameterizedTest
    @EnumSource(names = {"MICRO_H2", "MICRO_POSTGRES"})
    @DisplayName(
            "A link that was mailed sets a password once; a mail server that takes no mail, and kill -9, lose none")
    void leadsToANewPassword(Flavour flavour) throws SQLException {
        try (Mailbox mailbox = new Mailbox();
                OstiaryServer server =
                        Servers.fresh(flavour, ServerSettings.bare().withMail(mailbox))) {
            server.start();
            assertThat(server.logSinceStart()).doesNotContain("There is no mail session");
            createAdministrator(server);
            UserAgent before = signedIn(server, OLD);
            changeEmail(server, before);
            assertThat(mailbox.await(1).get(0))
                    .returns(ADDRESS, Mail::to)
                    .returns("no-reply@id.test", Mail::from)
                    .returns("The email address of your account was changed", Mail::subject);

            Answer unknown = ask(server, "nobody");
            Answer known = ask(server, "root");
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
            assertThat(withoutIds(unknown)).isEqualTo(withoutIds(known));
            URI link = link(mailbox.await(2).get(1));

            setsAPassword(server, link);
            assertThat(before.get(server.endpoint("/account")).status()).isEqualTo(303);
            assertThat(logIn(server, OLD).hasElement("login-error")).isTrue();
            signedIn(server, NEW);
            List<Mail> told = mailbox.await(4);
            assertThat(told.get(2).subject()).isEqualTo("Your password was changed by a link in a mail");
            assertThat(told.get(3).subject()).isEqualTo("Your account was used on a new device");
            assertThat(told).hasSize(4).noneMatch(mail -> mail.text().contains(NEW));

            outlivesTroubles(server, mailbox);
        }
    }

    private static void outlivesTroubles(OstiaryServer server, Mailbox mailbox) throws SQLException {
        ask(server, "root");
        URI expired = link(mailbox.await(5).get(4));
        assertThat(new UserAgent().get(expired).status()).isEqualTo(200);
        mailbox.changePassword("another stamp");
        ask(server, ADDRESS);
        awaitLog(
                server,
                "(password_reset) could not be sent; it is tried again:"
                        + " the mail server does not accept user and password of the mail session");
        assertThat(server.logSinceStart()).doesNotContain(Mailbox.PASSWORD, "cG9zdGFnZS1zdGFtc");
        server.kill();
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "update password_reset_link set expires_at = 1 where ended_at is null"
                                            + " and created_at = (select min(created_at) from password_reset_link where ended_at is null)"))
                    .isOne();
            assertThat(statement.executeUpdate("update account set language = 'de'"))
                    .isOne();
            assertThat(statement.executeUpdate("update outgoing_mail set next_at = 0 where next_at is not null"))
                    .isOne();
        }
        mailbox.changePassword(Mailbox.PASSWORD);
        server.start();
        URI late = link(mailbox.await(6).get(5));
        assertThat(new UserAgent().get(expired))
                .returns(410, Answer::status)
                .satisfies(page -> assertThat(page.body()).contains(GERMAN));
        assertThat(new UserAgent().get(late))
                .returns(200, Answer::status)
                .satisfies(page -> assertThat(page.body()).contains(GERMAN));
        assertThat(mailbox.mails()).hasSize(6);
    }

    @Test
    @DisplayName("Without a mail session nothing is offered, and the log says so once")
    void isNotOfferedWithoutAMailSession() {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, ServerSettings.bare())) {
            server.start();
            assertThat(server.logSinceStart()).containsOnlyOnce("There is no mail session mail/oidc");
            Answer login = new Journey(server).open(server.endpoint("/account"));
            assertThat(login.hasElement("login-form")).isTrue();
            assertThat(login.hasElement("forgot-password")).isFalse();
            UserAgent browser = new UserAgent();
            assertThat(browser.get(server.endpoint("/forgot-password.xhtml")).status())
                    .isEqualTo(404);
            assertThat(browser.get(server.endpoint("/reset-password.xhtml?token=x"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private static void createAdministrator(OstiaryServer server) {
        UserAgent browser = new UserAgent();
        HtmlForm form = browser.get(URI.create(server.setUpLink()))
                .form()
                .fill("setup-username", "root")
                .fill("setup-password", OLD)
                .fill("setup-password-again", OLD);
        assertThat(browser.post(form.action(), form.press("setup-submit")).hasElement("setup-done"))
                .isTrue();
    }

    private static void changeEmail(OstiaryServer server, UserAgent browser) {
        HtmlForm form = browser.get(server.endpoint("/account/email")).form().fill("email", ADDRESS);
        assertThat(browser.post(form.action(), form.press("email-submit")).status())
                .isEqualTo(303);
    }

    /** Goes from the login page to the page that asks for a name, and answers what is shown then. */
    private static Answer ask(OstiaryServer server, String name) {
        Journey journey = new Journey(server);
        Answer login = journey.open(server.endpoint("/account"));
        Answer page = journey.browser().get(server.address().resolve(login.linkOf("forgot-password")));
        HtmlForm form = page.form().fill("account", name);
        Answer taken = journey.browser().post(form.action(), form.press("forgot-submit"));
        assertThat(taken.status()).isEqualTo(303);
        Answer done = journey.browser()
                .get(server.address().resolve(taken.header("Location").orElseThrow()));
        assertThat(done.hasElement("forgot-done")).as("%s", done).isTrue();
        assertThat(journey.open(server.address().resolve(done.linkOf("forgot-back")))
                        .hasElement("login-form"))
                .isTrue();
        return done;
    }

    private static String withoutIds(Answer page) {
        return page.body().replaceAll("interaction=[A-Za-z0-9_-]{43}", "");
    }

    private static URI link(Mail mail) {
        assertThat(mail.to()).isEqualTo(ADDRESS);
        assertThat(mail.subject()).isEqualTo("Choose a new password");
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return URI.create(link.group());
    }

    private static void setsAPassword(OstiaryServer server, URI link) {
        assertThat(link.getPort()).isEqualTo(server.port());
        UserAgent browser = new UserAgent();
        browser.get(link);
        Answer page = browser.get(link);
        assertThat(page.textOf("account-name")).isEqualTo("root");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(send(browser, page, NEW, "something else").hasElement("reset-error"))
                .isTrue();
        assertThat(send(browser, page, "short", "short").hasElement("reset-error"))
                .isTrue();
        Answer done = send(browser, page, NEW, NEW);
        assertThat(done.hasElement("reset-done")).as("%s", done).isTrue();
        assertThat(done.uri().toString()).doesNotContain("token");
        assertThat(browser.cookie("ostiary-session")).isEmpty();
        assertThat(send(browser, page, OLD, OLD).status()).isEqualTo(410);
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    private static Answer send(UserAgent browser, Answer page, String password, String again) {
        HtmlForm form = page.form().fill("new-password", password).fill("new-password-again", again);
        return browser.post(form.action(), form.press("reset-submit"));
    }

    private static Answer logIn(OstiaryServer server, String password) {
        Journey journey = new Journey(server);
        return journey.logIn(journey.open(server.endpoint("/account")), "root", password);
    }

    private static UserAgent signedIn(OstiaryServer server, String password) {
        Journey journey = new Journey(server);
        Answer page = journey.logIn(journey.open(server.endpoint("/account")), "root", password);
        assertThat(page.hasElement("profile-username")).as("%s", page).isTrue();
        return journey.browser();
    }

    private static void awaitLog(OstiaryServer server, String text) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!server.logSinceStart().contains(text)) {
            assertThat(Instant.now()).as("waiting for: " + text).isBefore(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the log", e);
        }
    }
}
