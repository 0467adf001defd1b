package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Only the person who is asked decides, once, on the page that she was shown. */
@OnEveryServer
class ConsentForgeryIT {
    private final OstiaryServer server;
    private final Journey journey;
    private final AuthorizationRequest request = AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT);
    private Parameters allow = Parameters.none();

    ConsentForgeryIT(OstiaryServer server) {
        this.server = server;
        this.journey = SignedIn.bob(server);
    }

    @BeforeEach
    void openThePage() {
        Answer page = journey.open(request);
        assertThat(Journey.isConsent(page)).isTrue();
        allow = page.form().press("consent-allow");
    }

    @Test
    @DisplayName("The decision of this page is taken")
    void takesTheDecision() {
        assertThat(journey.arrived(journey.follow(post(allow))).code()).isNotEmpty();
    }

    @Test
    @DisplayName("G02: without its token, with a made-up one, or one of a cookie")
    void refusesOtherTokens() {
        refuses(allow.without("form-token"));
        refuses(allow.with("form-token", ""));
        refuses(allow.with("form-token", allow.require("form-token") + "x"));
        refuses(allow.with(
                "form-token", journey.browser().cookie("ostiary-session").orElseThrow()));
        refuses(allow.with("form-token", allow.require("interaction")));
        assertThat(journey.browser().cookies().values()).doesNotContain(allow.require("form-token"));
        takesTheDecision();
    }

    @Test
    @DisplayName("G02: with the token of another transaction of the same person, or of another person")
    void refusesForeignTokens() {
        Answer second = SignedIn.bob(server).open(AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT));
        refuses(allow.with("form-token", second.form().parameters().require("form-token")));

        Journey attacker = new Journey(server);
        Answer login = attacker.open(AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT));
        refuses(allow.with("form-token", login.form().parameters().require("form-token")));
        Answer theirs = attacker.logIn(login, "alice", TestAccounts.ALICE.password());
        refuses(allow.with("form-token", theirs.form().parameters().require("form-token")));
        refuses(theirs.form().press("consent-allow"));
    }

    @Test
    @DisplayName("G02: a token that was used decides nothing more")
    void refusesAUsedToken() {
        assertThat(post(allow.with("decision", "deny")).status()).isEqualTo(303);
        Answer replayed = journey.follow(post(allow));
        assertRedirected(replayed, request, "access_denied", server);
        assertRefused(journey.follow(post(allow)));
    }

    @Test
    @DisplayName("G02: from another site, as browsers tell it, and by GET")
    void refusesOtherSites() {
        for (List<String> header : List.of(
                List.of("Origin", "https://evil.test"),
                List.of("Origin", "null"),
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"))) {
            HttpRequest.Builder forged = HttpRequest.newBuilder(server.endpoint("/consent.xhtml"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(header.get(0), header.get(1))
                    .POST(HttpRequest.BodyPublishers.ofString(allow.encoded()));
            assertRefused(journey.browser().send(forged));
        }
        Answer got = journey.browser().get(server.endpoint("/consent.xhtml?" + allow.encoded()));
        assertThat(got.redirects()).isFalse();
        takesTheDecision();
    }

    @Test
    @DisplayName("G02: in another browser, without a session, or with a decision that is none")
    void refusesOthers() {
        assertRefused(new UserAgent().post(server.endpoint("/consent.xhtml"), allow));
        String session = journey.browser().cookie("ostiary-session").orElseThrow();
        assertRefused(new UserAgent().plant("ostiary-session", session).post(server.endpoint("/consent.xhtml"), allow));
        Answer undecided = post(allow.without("decision"));
        assertThat(undecided.status()).isIn(200, 400, 403);
        assertThat(post(allow.with("decision", "ALLOW")).status()).isIn(200, 400, 403);
    }

    private void refuses(Parameters parameters) {
        assertRefused(post(parameters));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isIn(400, 403);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("ost_ac_");
    }

    private Answer post(Parameters parameters) {
        return journey.browser().post(server.endpoint("/consent.xhtml"), parameters);
    }
}
