package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Two factors: asked for where they are demanded, and no way around the second. */
@OnEveryServer
class SecondFactorIT {
    private static final String SESSION = "ostiary-session";

    private final OstiaryServer server;

    SecondFactorIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("S06, S21, F01, F18, F19: a session is raised from one factor to two, and amr and acr say so")
    void raisesASession() {
        enrolErin();
        Journey journey = new Journey(server);
        Map<String, Object> before = claims(TestClients.IMPLICIT_CONSENT, journey, one());
        assertThat(before).containsEntry("amr", List.of("pwd")).containsEntry("acr", "urn:ostiary:acr:one-factor");
        String handle = handle(journey);

        Answer none = journey.open(two().with("prompt", "none"));
        assertThat(journey.arrived(none).error()).isEqualTo("login_required");

        AuthorizationRequest request = two();
        Answer page = journey.open(request);
        assertThat(Journey.isSecondFactor(page)).as("only the missing factor").isTrue();
        String code = journey.arrived(journey.prove(page, TestAccounts.ERIN)).code();
        assertThat(handle(journey)).isNotEqualTo(handle);
        Journey thief = new Journey(server, new UserAgent().plant(SESSION, handle));
        assertThat(Journey.isLogin(thief.open(one())))
                .as("the old handle is dead")
                .isTrue();

        RelyingParty strong = new RelyingParty(server, TestClients.C2FA);
        Tokens tokens = strong.redemption(request, code).tokens();
        Map<String, Object> after = strong.verifiedIdToken(tokens);
        assertThat(after)
                .containsEntry("amr", List.of("pwd", "otp", "mfa"))
                .containsEntry("acr", "urn:ostiary:acr:two-factor")
                .containsEntry("sid", before.get("sid"));
        Tokens refreshed = strong.refresh(tokens.member("refresh_token")).tokens();
        for (String kept : List.of("amr", "acr", "auth_time")) {
            assertThat(strong.verifiedIdToken(refreshed)).as(kept).containsEntry(kept, after.get(kept));
        }
        assertThat(claims(TestClients.IMPLICIT_CONSENT, journey, one())).containsEntry("amr", after.get("amr"));
    }

    @Test
    @DisplayName("F16: after the password alone no address leads to a code")
    void isNotSkipped() {
        enrolErin();
        Journey journey = new Journey(server);
        Answer page = journey.logIn(journey.open(two()), "erin", TestAccounts.ERIN.password());
        assertThat(Journey.isSecondFactor(page)).isTrue();
        HtmlForm form = page.form();
        String interaction = form.parameters().require("interaction");
        String query = "?interaction=" + interaction;

        for (String path : List.of(
                "/api/oidc/authorization/resume" + query,
                "/consent.xhtml" + query,
                "/login.xhtml" + query,
                "/enrolment.xhtml" + query,
                "/second-factor.xhtml" + query)) {
            assertThat(Journey.isSecondFactor(journey.open(server.endpoint(path))))
                    .as(path)
                    .isTrue();
        }
        assertThat(Journey.isSecondFactor(journey.open(two())))
                .as("a second tab")
                .isTrue();
        assertThat(journey.arrived(journey.open(two().with("prompt", "none"))).error())
                .isEqualTo("login_required");

        Parameters complete = form.press("factor-submit");
        Answer empty = journey.follow(journey.browser().post(form.action(), complete));
        assertThat(Journey.isSecondFactor(empty)).as("an empty code").isTrue();
        for (Parameters wrong : List.of(
                Parameters.none(),
                complete.without("form-token"),
                complete.without("code"),
                complete.with("interaction", "x"))) {
            Answer answer = journey.browser().post(form.action(), wrong);
            assertThat(answer.headerValues("Location")).noneMatch(location -> location.contains("code="));
            assertThat(answer.status()).as("%s", wrong).isIn(200, 303, 400, 403);
        }
        for (String other : List.of("/consent.xhtml", "/enrolment.xhtml")) {
            Answer answer = journey.follow(journey.browser()
                    .post(
                            server.endpoint(other),
                            complete.with("decision", "allow").with("code", "123456")));
            assertThat(answer.status()).as(other).isIn(200, 403);
            assertThat(answer.headerValues("Location")).isEmpty();
        }
        assertThat(Journey.isSecondFactor(journey.open(two())))
                .as("still at the factor")
                .isTrue();
    }

    @Test
    @DisplayName("F14: codes of other steps are refused, and a right one works once")
    void takesOnlyTheCodeOfNow() {
        enrolErin();
        Authenticator app = Authenticator.of(server, TestAccounts.ERIN);
        Journey journey = new Journey(server);
        Answer page = journey.logIn(journey.open(two()), "erin", TestAccounts.ERIN.password());
        for (int step : List.of(-3, -2, 2, 3)) {
            page = journey.prove(page, app.codeIn(step));
            assertThat(page.textOf("factor-error")).as("step %s", step).contains("not right");
        }
        String code = app.freshCode();
        journey.arrived(journey.prove(page, code));
        Journey other = new Journey(server);
        Answer again = other.logIn(other.open(two()), "erin", TestAccounts.ERIN.password());
        assertThat(Journey.isSecondFactor(other.prove(again, code)))
                .as("used before")
                .isTrue();
    }

    @Test
    @DisplayName("F16: a recovery code gets a person in once, and not again")
    void takesARecoveryCodeOnce() {
        enrolErin();
        Journey journey = new Journey(server);
        Answer page = journey.logIn(journey.open(two()), "erin", TestAccounts.ERIN.password());
        String code = Authenticator.of(server, TestAccounts.ERIN).recoveryCode();
        assertThat(journey.arrived(journey.recover(page, code)).parameters().find("code"))
                .isPresent();
        Journey other = new Journey(server);
        Answer again = other.logIn(other.open(two()), "erin", TestAccounts.ERIN.password());
        assertThat(other.recover(again, code).textOf("factor-error")).contains("not right");
    }

    private void enrolErin() {
        if (Authenticator.find(server, TestAccounts.ERIN).isEmpty()) {
            new Journey(server).authorize(two(), TestAccounts.ERIN);
        }
    }

    private Map<String, Object> claims(TestClient client, Journey journey, AuthorizationRequest request) {
        RelyingParty party = new RelyingParty(server, client);
        return party.verifiedIdToken(party.tokensFor(journey, TestAccounts.ERIN, request));
    }

    private static AuthorizationRequest one() {
        return AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT);
    }

    private static AuthorizationRequest two() {
        return AuthorizationRequest.valid(TestClients.C2FA);
    }

    private static String handle(Journey journey) {
        return journey.browser().cookie(SESSION).orElseThrow();
    }
}
