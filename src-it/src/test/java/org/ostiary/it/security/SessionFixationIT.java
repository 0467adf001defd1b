package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** A session's handle is given by the provider, changes whenever somebody proves who they are, and dies with the logout. */
@OnEveryServer
class SessionFixationIT {
    private static final String SESSION = "ostiary-session";

    private final OstiaryServer server;

    SessionFixationIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("F01: the handle is new after each login, the old one is dead, and a logout kills the last")
    void changesTheHandleWithEachLogin() {
        Journey journey = new Journey(server);
        Answer login = journey.open(request());
        assertThat(journey.browser().cookie(SESSION)).as("before the login").isEmpty();

        journey.logIn(login, "alice", TestAccounts.ALICE.password());
        String first = handle(journey);
        assertThat(loggedIn(first)).isTrue();

        Answer again = journey.open(request().with("prompt", "login"));
        journey.logIn(again, "alice", TestAccounts.ALICE.password());
        String second = handle(journey);
        assertThat(second).isNotEqualTo(first);
        assertThat(loggedIn(second)).isTrue();
        assertThat(loggedIn(first)).as("the handle before logging in again").isFalse();

        Answer form = journey.open(server.endpoint("/logout.xhtml"));
        journey.browser().post(form.form().action(), form.form().press("logout-confirm"));
        assertThat(journey.browser().cookie(SESSION)).isEmpty();
        assertThat(loggedIn(second)).as("the handle after logging out").isFalse();
    }

    @Test
    @DisplayName("F01: another person's login makes the handle worthless that was in this browser")
    void killsTheHandleOfTheOtherPerson() {
        Journey journey = new Journey(server);
        logIn(journey, TestAccounts.ALICE);
        String alices = handle(journey);

        Answer page = journey.open(request().with("prompt", "login"));
        journey.logIn(page, "bob", TestAccounts.BOB.password());

        assertThat(handle(journey)).isNotEqualTo(alices);
        assertThat(loggedIn(alices)).isFalse();
    }

    @Test
    @DisplayName("F02: a made-up handle is never adopted")
    void adoptsNoForeignHandle() {
        for (String madeUp : List.of("x", "A".repeat(43), "%00", "../../x", "a".repeat(4000))) {
            Journey journey = new Journey(server, new UserAgent().plant(SESSION, madeUp));
            Answer page = journey.open(request());
            assertThat(Journey.isLogin(page)).isTrue();
            journey.logIn(page, "bob", TestAccounts.BOB.password());
            assertThat(handle(journey)).isNotEqualTo(madeUp).hasSizeGreaterThanOrEqualTo(43);
        }
    }

    @Test
    @DisplayName("F02: of two cookies with the name neither counts, because one is not ours")
    void believesNoneOfTwoCookies() {
        Journey journey = new Journey(server);
        logIn(journey, TestAccounts.BOB);
        String valid = SESSION + "=" + handle(journey);
        assertThat(open(valid)).as("the valid cookie alone").doesNotContain("/login.xhtml");

        assertThat(open(valid + "; " + SESSION + "=other")).contains("/login.xhtml");
        assertThat(open(SESSION + "=other; " + valid)).contains("/login.xhtml");
        assertThat(open(valid + "; " + valid)).contains("/login.xhtml");
    }

    @Test
    @DisplayName("F02: no session is ever named in an address, and the container makes none")
    void namesNoSessionInAddresses() {
        Journey journey = new Journey(server);
        Answer page = journey.open(request());
        Answer after = journey.logIn(page, "bob", TestAccounts.BOB.password());
        assertThat(page.body() + after).doesNotContainIgnoringCase("jsessionid");
        assertThat(journey.browser().cookies().keySet())
                .allSatisfy(name -> assertThat(name).contains("ostiary-"));

        String handle = handle(journey);
        assertThat(journey.open(server.endpoint("/logout.xhtml")).body()).contains("bob");
        for (String path : List.of(
                "/;jsessionid=" + handle,
                "/logout.xhtml;jsessionid=" + handle,
                "/api/oidc/authorization;jsessionid=" + handle,
                "/logout.xhtml;" + SESSION + "=" + handle)) {
            Answer answer = new UserAgent().get(server.endpoint(path));
            // Payara takes its own parameter away from the address, so the front page may answer: to nobody in
            // particular.
            assertThat(answer.status()).as(path).isIn(200, 400, 404);
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("bob").doesNotContain(handle);
        }
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT);
    }

    private void logIn(Journey journey, TestAccount account) {
        journey.authorize(request(), account);
    }

    private static String handle(Journey journey) {
        return journey.browser().cookie(SESSION).orElseThrow();
    }

    private boolean loggedIn(String handle) {
        Journey thief = new Journey(server, new UserAgent().plant(SESSION, handle));
        Answer answer = thief.open(request());
        return !Journey.isLogin(answer)
                && thief.arrived(answer).parameters().find("code").isPresent();
    }

    /** Where an authorization request with this Cookie header is sent. */
    private String open(String cookies) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(request().on(server)).header("Cookie", cookies))
                .location()
                .toString();
    }
}
