package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** Several accounts in one browser over HTTP: choosing, hinting, and the prompts around it (OIDC Core 1.0, section 3.1.2.1). */
@OnEveryServer
class AccountSelectionIT {

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    AccountSelectionIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S25: select_account lists both accounts and the choice decides sub; every older cookie is dead")
    void choosesAnAccount() {
        String alice = sub(logIn(TestAccounts.ALICE));
        String bob = sub(logIn(TestAccounts.BOB));
        assertThat(bob).isNotEqualTo(alice);
        UserAgent before = journey.browser().copy();

        AuthorizationRequest request = select();
        Answer page = journey.open(request);
        assertThat(page.body()).contains("alice", "bob", "select-another", "select-cancel");
        String chosen = sub(tokens(request, journey.arrived(choose(page, "alice"))));

        assertThat(chosen).isEqualTo(alice);
        assertThat(sub(tokens(silent("none"), null))).isEqualTo(alice);
        AuthorizationRequest asked = silent("none");
        assertThat(new Journey(server, before).open(asked).redirectParameters().require("error"))
                .isEqualTo("login_required");
    }

    @Test
    @DisplayName("S25: cancelling the choice is told to the application")
    void cancels() {
        logIn(TestAccounts.ALICE);
        Answer page = journey.open(select());
        HtmlForm form = page.form();
        Answer answer = journey.follow(journey.browser().post(form.action(), form.press("select-cancel")));
        assertThat(journey.arrived(answer).parameters().require("error")).isEqualTo("access_denied");
    }

    @Test
    @DisplayName(
            "S25: a hint of the other account answers for that one, a broken one is refused, another person is told")
    void heedsHints() {
        Tokens alice = logIn(TestAccounts.ALICE);
        Tokens bob = logIn(TestAccounts.BOB);
        AuthorizationRequest hinted = silent("none").with("id_token_hint", alice.idToken());
        assertThat(sub(tokens(hinted, journey.arrived(journey.open(hinted))))).isEqualTo(sub(alice));
        AuthorizationRequest broken = silent("none").with("id_token_hint", tampered(alice.idToken()));
        assertThat(error(journey, broken)).isEqualTo("invalid_request");
        Journey other = new Journey(server);
        AuthorizationRequest wrong = application.validRequest().with("id_token_hint", bob.idToken());
        Answer answer = other.logIn(other.open(wrong), "alice", TestAccounts.ALICE.password());
        assertThat(other.arrived(answer).parameters().require("error")).isEqualTo("login_required");
    }

    @Test
    @DisplayName("F24: prompt=none shows no page, sets no cookie of a person and says nothing about anybody")
    void staysSilent() {
        for (AuthorizationRequest request : new AuthorizationRequest[] {
            silent("none"),
            silent("none login"),
            silent("none select_account"),
            silent("create"),
            silent("none").with("login_hint", "alice"),
            silent("none").with("id_token_hint", "a.b.c"),
            silent("none").with("max_age", "0")
        }) {
            Answer answer = new Journey(server).open(request);
            assertThat(answer.redirectParameters().require("error")).isIn("login_required", "invalid_request");
            assertThat(answer.headerValues("Set-Cookie")).allMatch(cookie -> cookie.startsWith("ostiary-state="));
            assertThat(answer.location().toString()).doesNotContain("alice");
        }
    }

    @Test
    @DisplayName("S26: the display is kept on every page, and by the error page")
    void keepsTheDisplay() {
        for (String display : new String[] {"popup", "touch", "wap"}) {
            Journey fresh = new Journey(server);
            AuthorizationRequest request = new RelyingParty(server, TestClients.EXPLICIT_CONSENT)
                    .validRequest()
                    .with("display", display)
                    .with("prompt", "select_account");
            Answer login = fresh.open(request);
            String mark = "data-display=\"" + display + "\"";
            assertThat(login.body()).contains(mark);
            Answer consent = fresh.logIn(login, "alice", TestAccounts.ALICE.password());
            assertThat(consent.body()).contains(mark, "consent-allow");
            Answer accounts = fresh.open(request);
            assertThat(accounts.body()).contains(mark, "select-another");
            fresh.arrived(fresh.deny(consent));
            Answer over = fresh.browser()
                    .get(URI.create(consent.form().action() + "?interaction="
                            + consent.form().parameters().require("interaction")));
            assertThat(over.status()).isEqualTo(400);
            assertThat(over.body()).contains(mark, "error-message", "start-again");
        }
        assertThat(new Journey(server)
                        .open(application.validRequest().with("display", "hologram"))
                        .body())
                .contains("data-display=\"page\"");
    }

    private AuthorizationRequest select() {
        return application.validRequest().with("prompt", "select_account");
    }

    private AuthorizationRequest silent(String prompt) {
        return application.validRequest().with("prompt", prompt);
    }

    private Tokens logIn(TestAccount account) {
        AuthorizationRequest request = select();
        Answer page = journey.open(request);
        if (page.hasElement("select-another")) {
            HtmlForm form = page.form();
            page = journey.follow(journey.browser().post(form.action(), form.press("select-another")));
        }
        return tokens(request, journey.arrived(journey.logIn(page, account.username(), account.password())));
    }

    /** With another character in the middle of its signature. */
    private static String tampered(String jwt) {
        int middle = jwt.lastIndexOf('.') + 20;
        return jwt.substring(0, middle) + (jwt.charAt(middle) == 'A' ? 'B' : 'A') + jwt.substring(middle + 1);
    }

    private Answer choose(Answer page, String username) {
        HtmlForm form = page.form();
        String before = page.body().substring(0, page.body().indexOf(">" + username + " "));
        String value = before.substring(before.lastIndexOf("name=\"account\" value=\"") + 22);
        Parameters sent = form.parameters().with("account", value.substring(0, value.indexOf('"')));
        return journey.follow(journey.browser().post(form.action(), sent));
    }

    private Tokens tokens(AuthorizationRequest request, @Nullable Callback arrived) {
        Callback callback = arrived == null ? journey.arrived(journey.open(request)) : arrived;
        return application.redemption(request, callback.code()).tokens();
    }

    private String sub(Tokens tokens) {
        return String.valueOf(application.verifiedIdToken(tokens).get("sub"));
    }

    private static String error(Journey journey, AuthorizationRequest request) {
        return journey.open(request).redirectParameters().require("error");
    }
}
