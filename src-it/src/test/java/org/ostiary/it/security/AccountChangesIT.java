package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** What people change of an account that is kept here. */
class AccountChangesIT {
    private static final String OLD = "correct horse battery staple";
    private static final String NEW = "another horse, another staple";

    @Test
    @DisplayName("A person changes name, address and password, and every other session ends with the old password")
    void changesWhatIsKeptHere() {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, ServerSettings.bare())) {
            server.start();
            createAdministrator(server);
            UserAgent here = signedIn(server, OLD);
            UserAgent there = signedIn(server, OLD);

            rename(server, here);
            changeEmail(server, here);
            refusesAWrongOldPassword(server, here);
            changePassword(server, here);

            assertThat(here.get(server.endpoint("/account")).status()).isEqualTo(200);
            assertThat(there.get(server.endpoint("/account")).status()).isEqualTo(303);
            assertThat(signedIn(server, NEW).get(server.endpoint("/account")).status())
                    .isEqualTo(200);
        }
    }

    private static void createAdministrator(OstiaryServer server) {
        UserAgent browser = new UserAgent();
        HtmlForm form = browser.get(URI.create(server.setUpLink()))
                .form()
                .fill("setup-username", "root")
                .fill("setup-password", OLD)
                .fill("setup-password-again", OLD);
        Answer created = browser.post(form.action(), form.press("setup-submit"));
        assertThat(created.hasElement("setup-done")).as("%s", created).isTrue();
    }

    private static void rename(OstiaryServer server, UserAgent browser) {
        HtmlForm form = browser.get(server.endpoint("/account")).form().fill("display-name", "Robin Root");
        assertThat(browser.post(form.action(), form.press("profile-submit")).status())
                .isEqualTo(303);
        assertThat(browser.get(server.endpoint("/account")).body()).contains("Robin Root");
    }

    private static void changeEmail(OstiaryServer server, UserAgent browser) {
        HtmlForm form = browser.get(server.endpoint("/account/email")).form().fill("email", "robin@example.org");
        assertThat(browser.post(form.action(), form.press("email-submit")).status())
                .isEqualTo(303);
        assertThat(browser.get(server.endpoint("/account")).body()).contains("robin@example.org", "Not confirmed");
    }

    private static void refusesAWrongOldPassword(OstiaryServer server, UserAgent browser) {
        Answer answer = postPassword(server, browser, "guess");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("The password until now is not right.")
                .doesNotContain(NEW);
    }

    private static void changePassword(OstiaryServer server, UserAgent browser) {
        Answer answer = postPassword(server, browser, OLD);
        assertThat(answer.status()).as("%s", answer).isEqualTo(303);
        assertThat(browser.get(answer.location()).hasElement("password-done")).isTrue();
    }

    private static Answer postPassword(OstiaryServer server, UserAgent browser, String old) {
        HtmlForm form = browser.get(server.endpoint("/account/password"))
                .form()
                .fill("old-password", old)
                .fill("new-password", NEW)
                .fill("new-password-again", NEW);
        return browser.post(form.action(), form.press("password-submit"));
    }

    private static UserAgent signedIn(OstiaryServer server, String password) {
        Journey journey = new Journey(server);
        Answer arrived = journey.logIn(journey.open(server.endpoint("/account")), "root", password);
        assertThat(arrived.hasElement("profile-username")).as("%s", arrived).isTrue();
        return journey.browser();
    }
}
