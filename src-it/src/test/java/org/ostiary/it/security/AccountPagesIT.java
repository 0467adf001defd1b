package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;

/** What people may do with their account over HTTP: their own only. */
@OnEveryServer
class AccountPagesIT {
    private static final Pattern OTHER = Pattern.compile("name=\"end\" value=\"([0-9a-f-]{36})\"");

    private final OstiaryServer server;

    AccountPagesIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("G15: a person ends their other sessions, which are over at once; the one in use goes on")
    void endsOtherSessions() {
        UserAgent here = signedIn(TestAccounts.BOB);
        UserAgent there = signedIn(TestAccounts.BOB);
        Answer list = here.get(server.endpoint("/account/sessions"));
        Answer ended = here.post(list.form().action(), list.form().press("sessions-end-others"));
        assertThat(ended.status()).as("%s", ended).isEqualTo(303);
        assertThat(here.get(server.endpoint("/account")).status()).isEqualTo(200);
        assertThat(there.get(server.endpoint("/account")).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("G15: another person's session is not found, and lives on")
    void doesNotFindForeignSessions() {
        UserAgent bob = signedIn(TestAccounts.BOB);
        signedIn(TestAccounts.BOB);
        Matcher other =
                OTHER.matcher(bob.get(server.endpoint("/account/sessions")).body());
        assertThat(other.find()).isTrue();

        UserAgent alice = signedIn(TestAccounts.ALICE);
        Answer list = alice.get(server.endpoint("/account/sessions"));
        Answer answer =
                alice.post(list.form().action(), list.form().parameters().with("end", other.group(1)));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(bob.get(server.endpoint("/account/sessions")).body()).contains(other.group(1));
    }

    @Test
    @DisplayName("G14: fields that no form has change nothing, and an account from a file stays as the file says")
    void ignoresForeignFields() {
        UserAgent alice = signedIn(TestAccounts.ALICE);
        Answer page = alice.get(server.endpoint("/account/language"));
        Parameters form = page.form()
                .parameters()
                .with("language", "en")
                .with("emailVerified", "true")
                .with("groups", "administrators")
                .with("account", "bob")
                .with("id", "1")
                .with("display-name", "Mallory");
        assertThat(alice.post(page.form().action(), form).status()).isEqualTo(303);
        String profile = alice.get(server.endpoint("/account")).body();
        assertThat(profile).contains("Alice Example").doesNotContain("Mallory", "administrators");

        Answer rename = alice.post(
                server.endpoint("/account"),
                page.form().parameters().with("display-name", "Mallory").with("profile-form", "profile-form"));
        assertThat(rename.status()).isEqualTo(403);
        assertThat(alice.get(server.endpoint("/account")).body()).doesNotContain("Mallory");
    }

    @Test
    @DisplayName("F03: a form from elsewhere, or one that was sent before, does nothing")
    void refusesForeignForms() {
        UserAgent alice = signedIn(TestAccounts.ALICE);
        UserAgent bob = signedIn(TestAccounts.BOB);
        Answer list = bob.get(server.endpoint("/account/sessions"));
        assertThat(alice.post(list.form().action(), list.form().parameters().with("end", "others"))
                        .status())
                .isEqualTo(403);
        assertThat(bob.post(list.form().action(), list.form().parameters().with("end", "others"))
                        .status())
                .isEqualTo(303);
        assertThat(bob.post(list.form().action(), list.form().parameters().with("end", "others"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("S18: a person reads in plain sentences what happened to their account")
    void tellsWhatHappened() {
        String activity = signedIn(TestAccounts.BOB)
                .get(server.endpoint("/account/activity"))
                .body();
        assertThat(activity).contains("You signed in to continue to your account pages.", "127.0.0.1");
    }

    private UserAgent signedIn(TestAccount account) {
        Journey journey = new Journey(server);
        journey.logIn(journey.open(server.endpoint("/account")), account.username(), account.password());
        return journey.browser();
    }
}
