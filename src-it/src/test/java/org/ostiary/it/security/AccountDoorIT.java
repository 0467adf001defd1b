package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;

/** Nobody sees a page of an account without being signed in as its owner. */
@OnEveryServer
class AccountDoorIT {

    private final OstiaryServer server;

    AccountDoorIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("Who is not signed in signs in first and arrives at the page they wanted")
    void leadsThroughTheSignIn() {
        Journey journey = new Journey(server);
        Answer page = journey.open(server.endpoint("/account"));
        assertThat(Journey.isLogin(page)).isTrue();
        assertThat(page.body()).contains("Your account");

        Answer account = journey.logIn(page, TestAccounts.ALICE.username(), TestAccounts.ALICE.password());

        assertThat(account.uri()).isEqualTo(server.endpoint("/account"));
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.hasElement("profile-username")).isTrue();
        assertThat(account.body()).contains("alice@example.org");
        assertThat(account.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    @DisplayName("The views behind the door cannot be reached past it")
    void hasNoOtherWayIn() {
        UserAgent alice = signedIn();
        for (String path : new String[] {
            "/account-profile.xhtml",
            "/account/profile",
            "/account/none",
            "/account/profile.xhtml",
            "/account/..",
            "/account/x/y",
            "/account/%70rofile"
        }) {
            assertNoWayIn(alice.get(server.endpoint(path)), path);
            assertNoWayIn(new UserAgent().get(server.endpoint(path)), path);
        }
    }

    /**
     * Payara answers dots at the end of an address before any code of ours sees them: as the start page, or, where it stumbles over them,
     * with nothing.
     */
    private static void assertNoWayIn(Answer answer, String path) {
        boolean ours = answer.header("X-Request-Id").isPresent();
        if (path.equals("/account/..") && !ours) {
            assertThat(answer.body()).isEmpty();
        } else if (path.equals("/account/..") && answer.status() == 200) {
            assertThat(answer.hasElement("index-account")).isTrue();
        } else {
            assertThat(answer.status()).as(path).isIn(404, 400);
        }
    }

    @Test
    @DisplayName("F25: the cookie of a session that was ended opens no page")
    void staysClosedAfterLogout() {
        UserAgent alice = signedIn();
        UserAgent thief = alice.copy();
        Answer question = alice.get(server.endpoint("/logout.xhtml"));
        alice.post(question.form().action(), question.form().press("logout-confirm"));
        for (UserAgent browser : new UserAgent[] {alice, thief}) {
            Answer answer = browser.get(server.endpoint("/account"));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location().getPath()).endsWith("/api/oidc/authorization/resume");
        }
    }

    @Test
    @DisplayName("Nobody can pose as our own pages at the authorization endpoint")
    void isNoClient() {
        Answer answer = signedIn()
                .get(server.endpoint("/api/oidc/authorization?"
                        + Parameters.none()
                                .with("client_id", "(account)")
                                .with("response_type", "code")
                                .with("scope", "openid")
                                .with(
                                        "redirect_uri",
                                        server.endpoint("/account").toString())
                                .encoded()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.redirects()).isFalse();
    }

    @Test
    @DisplayName("A form without a session is not taken, and chunks are not read")
    void takesNoFormFromStrangers() {
        Answer answer = new UserAgent()
                .post(server.endpoint("/account"), Parameters.none().with("x", "y"));
        assertThat(answer.status()).isEqualTo(303);
        Answer delete = signedIn()
                .send(HttpRequest.newBuilder(server.endpoint("/account"))
                        .method("DELETE", HttpRequest.BodyPublishers.noBody()));
        assertThat(delete.status()).isEqualTo(405);
    }

    private UserAgent signedIn() {
        Journey journey = new Journey(server);
        Answer page = journey.open(server.endpoint("/account"));
        journey.logIn(page, TestAccounts.ALICE.username(), TestAccounts.ALICE.password());
        return journey.browser();
    }
}
