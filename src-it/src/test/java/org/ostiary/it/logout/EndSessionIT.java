package org.ostiary.it.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.logout.ToldServer.AFTERWARDS;
import static org.ostiary.it.logout.ToldServer.BACK;
import static org.ostiary.it.logout.ToldServer.FRAMED;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;

/** What clients ask for at the end-session endpoint, and who is signed out by it (OIDC RP-Initiated Logout 1.0). */
class EndSessionIT {

    private final OstiaryServer server = ToldServer.get();
    private final Journey journey = new Journey(server);

    @ParameterizedTest
    @DisplayName(
            "S37, L01: a hint of this browser's session ends it without a question and leads back, by GET and POST")
    @ValueSource(booleans = {false, true})
    void endsWithoutAQuestion(boolean post) {
        Tokens tokens = ToldServer.signIn(journey, BACK);
        Parameters request = logout(tokens).with("state", "a b&c=d+e%20\u00e4\"<");
        Answer answer = journey.follow(
                post
                        ? journey.browser().post(endpoint(), request)
                        : journey.browser().get(URI.create(endpoint() + "?" + request.encoded())));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location().toString()).startsWith(AFTERWARDS + "&state=");
        assertThat(answer.redirectParameters().require("state")).isEqualTo("a b&c=d+e%20\u00e4\"<");
        assertSignedOut();
        assertThat(new RelyingParty(server, BACK).userinfo(tokens.accessToken()).status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("S37: signing out again, with the same hint, leads back again")
    void isIdempotent() {
        Tokens tokens = ToldServer.signIn(journey, BACK);
        for (int time = 0; time < 2; time++) {
            assertThat(journey.follow(journey.browser().post(endpoint(), logout(tokens)))
                            .location()
                            .toString())
                    .isEqualTo(AFTERWARDS);
        }
    }

    @Test
    @DisplayName("L03: a hint of another browser's session ends nothing here before the person said so")
    void asksWhereTheHintIsOfAnotherBrowser() {
        Tokens theirs = ToldServer.signIn(new Journey(server), BACK);
        ToldServer.signIn(journey, BACK);
        Answer page = journey.follow(journey.browser().post(endpoint(), logout(theirs)));
        assertThat(page.hasElement("logout-confirm")).isTrue();
        assertSignedIn();
        Answer done = journey.follow(
                journey.browser().post(page.form().action(), page.form().press("logout-confirm")));
        assertThat(done.location().toString()).isEqualTo(AFTERWARDS);
        assertSignedOut();
    }

    @Test
    @DisplayName("L03: without a hint the person is asked, and may stay")
    void asksWithoutAHint() {
        ToldServer.signIn(journey, BACK);
        Answer page = journey.follow(journey.browser().get(endpoint()));
        assertThat(page.hasElement("logout-confirm")).isTrue();
        journey.follow(journey.browser().post(page.form().action(), page.form().press("logout-cancel")));
        assertSignedIn();
    }

    @Test
    @DisplayName("L01: a redirect without a hint needs the client's name, and a page of ours before it")
    void leadsAwayOnlyAfterAPage() {
        Parameters request =
                Parameters.none().with("client_id", BACK.id()).with("post_logout_redirect_uri", AFTERWARDS);
        Answer page = journey.follow(journey.browser().post(endpoint(), request));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.linkOf("signed-out-continue")).isEqualTo(AFTERWARDS);
        refused(Parameters.none().with("post_logout_redirect_uri", AFTERWARDS));
    }

    @ParameterizedTest
    @DisplayName("L01: an address that is not registered, character by character, leads nowhere and ends nothing")
    @ValueSource(
            strings = {
                "https://rp.test/bye",
                "https://rp.test/bye?from=ostiary&x=1",
                "https://rp.test/bye/../bye?from=ostiary",
                "http://rp.test/bye?from=ostiary",
                "javascript:alert(1)",
                "https://evil.test/",
                "//evil.test"
            })
    void refusesOtherAddresses(String address) {
        Tokens tokens = ToldServer.signIn(journey, BACK);
        refused(logout(tokens).without("post_logout_redirect_uri").with("post_logout_redirect_uri", address));
        assertSignedIn();
    }

    @Test
    @DisplayName(
            "L01, L02: repeated parameters, another client's name and tokens that are no hint are refused on a page")
    void refusesWhatDoesNotFit() {
        Tokens tokens = ToldServer.signIn(journey, BACK);
        refused(logout(tokens).with("client_id", FRAMED.id()));
        refused(logout(tokens).with("client_id", "nobody"));
        refused(logout(tokens).with("state", "1").adding("state", "2"));
        String token = tokens.idToken();
        String[] parts = token.split("\\.", -1);
        for (String hint : new String[] {
            tokens.accessToken(),
            "rubbish",
            token.substring(0, token.length() - 4) + "AAAA",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            parts[0] + "." + parts[1] + "."
        }) {
            refused(Parameters.none().with("id_token_hint", hint));
        }
        assertSignedIn();
    }

    @Test
    @DisplayName("L09: a state of kilobytes comes back whole, and never as markup or a header")
    void keepsTheState() {
        Tokens tokens = ToldServer.signIn(journey, BACK);
        String state = "\r\nSet-Cookie: x=1\r\n<script>".repeat(100);
        Answer answer =
                journey.follow(journey.browser().post(endpoint(), logout(tokens).with("state", state)));
        assertThat(answer.redirectParameters().require("state")).isEqualTo(state);
    }

    private void refused(Parameters request) {
        Answer answer = journey.browser().post(endpoint(), request);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.header("Location")).isEmpty();
    }

    private Parameters logout(Tokens tokens) {
        return Parameters.none().with("id_token_hint", tokens.idToken()).with("post_logout_redirect_uri", AFTERWARDS);
    }

    private URI endpoint() {
        return server.endpoint("/api/oidc/end-session");
    }

    private void assertSignedIn() {
        assertThat(journey.arrived(silent()).parameters().find("code")).isPresent();
    }

    private void assertSignedOut() {
        assertThat(journey.arrived(silent()).parameters().require("error")).isEqualTo("login_required");
        assertThat(new UserAgent().get(server.endpoint("/logout.xhtml")).status())
                .isEqualTo(200);
    }

    private Answer silent() {
        return journey.open(
                AuthorizationRequest.valid(BACK).with("scope", "openid").with("prompt", "none"));
    }
}
