package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertAlive;
import static org.ostiary.it.security.Refusals.assertDead;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Secrets;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** A code is worth something once, to the client that asked for it, with everything that client promised. */
@OnEveryServer
class CodeRefusalsIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;
    private AuthorizationRequest request;
    private String code = "";

    CodeRefusalsIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.CONF_BASIC);
        this.journey = new Journey(server);
        this.request = application.validRequest();
    }

    @BeforeEach
    void getACode() {
        code = journey.authorize(request, TestAccounts.ALICE).code();
    }

    @Test
    @DisplayName("A15, RFC 6749 4.1.3: the redirect_uri must be the one of the authorization request")
    void refusesAnotherRedirectUri() {
        String used = request.value("redirect_uri");
        TokenRequest redemption = application.redemption(request, code);
        for (TokenRequest wrong : List.of(
                redemption.without("redirect_uri"),
                redemption.with("redirect_uri", ""),
                redemption.with("redirect_uri", "https://rp.test/app/cb"),
                redemption.with("redirect_uri", used.replace("/cb", "/CB")),
                redemption.with("redirect_uri", used + "/"))) {
            assertTokenError(wrong.send(), "invalid_grant");
        }
        AuthorizationRequest next = application.validRequest();
        String fresh = journey.authorize(next, TestAccounts.ALICE).code();
        assertAlive(server, application.redemption(next, fresh).tokens().accessToken());
    }

    @Test
    @DisplayName(
            "B01, RFC 6749 4.1.2: a second redemption is refused, and what the first gave is worth nothing any more")
    void revokesWhatAReplayedCodeGave() throws InterruptedException {
        Tokens tokens = application.redemption(request, code).tokens();
        assertAlive(server, tokens.accessToken());
        Thread.sleep(1000);
        assertAlive(server, tokens.accessToken());

        assertTokenError(application.redemption(request, code).send(), "invalid_grant");

        assertDead(server, tokens.accessToken());
        assertTokenError(application.redemption(request, code).send(), "invalid_grant");
    }

    @Test
    @DisplayName("B01: a second code of the same person is not touched by the replay of the first")
    void revokesNothingElse() {
        Tokens tokens = application.redemption(request, code).tokens();
        Tokens others = application.tokensFor(journey, TestAccounts.ALICE, application.validRequest());

        assertTokenError(application.redemption(request, code).send(), "invalid_grant");

        assertDead(server, tokens.accessToken());
        assertAlive(server, others.accessToken());
    }

    @Test
    @DisplayName("B05: another client cannot redeem a code, and cannot spend it")
    void refusesAnotherClient() {
        for (TestClient thief : List.of(TestClients.CONF_POST, TestClients.OTHER, TestClients.SPA)) {
            TokenRequest stolen = application.redemption(request, code).as(thief);
            assertTokenError(stolen.send(), "invalid_grant");
            assertTokenError(stolen.without("code_verifier").send(), "invalid_grant");
            assertTokenError(stolen.with("redirect_uri", thief.redirectUri()).send(), "invalid_grant");
            assertTokenError(stolen.without("redirect_uri").send(), "invalid_grant");
        }
        assertAlive(server, application.redemption(request, code).tokens().accessToken());
        TokenRequest late = application.redemption(request, code).as(TestClients.CONF_POST);
        assertTokenError(late.send(), "invalid_grant");
    }

    @Test
    @DisplayName("B05: another client's attempt with a spent code does not end its owner's tokens")
    void doesNotLetAnotherClientRevoke() {
        Tokens tokens = application.redemption(request, code).tokens();

        assertTokenError(
                application.redemption(request, code).as(TestClients.CONF_POST).send(), "invalid_grant");

        assertAlive(server, tokens.accessToken());
    }

    @Test
    @DisplayName("B11, RFC 7636 4.6: the verifier must be sent once and fit when a challenge was sent")
    void requiresTheVerifier() {
        TokenRequest redemption = application.redemption(request, code);
        for (TokenRequest wrong : List.of(
                redemption.without("code_verifier"),
                redemption.with("code_verifier", ""),
                redemption.with("code_verifier", "null"),
                redemption.with("code_verifier", Secrets.verifier()),
                redemption.adding("code_verifier", Secrets.verifier()),
                redemption.adding("code_verifier", request.verifier()),
                redemption
                        .without("code_verifier")
                        .adding("code_verifier", Secrets.verifier())
                        .adding("code_verifier", request.verifier()))) {
            assertTokenError(wrong.send(), "invalid_grant", "invalid_request");
        }
        assertAlive(server, redemption.tokens().accessToken());
    }

    @Test
    @DisplayName("B15, RFC 9700 4.5: a victim's code is worth nothing in an attacker's session at the same client")
    void refusesAnInjectedCode() {
        AuthorizationRequest attackers = application.validRequest();
        String theirs =
                new Journey(server).authorize(attackers, TestAccounts.BOB).code();

        assertTokenError(application.redemption(attackers, code).send(), "invalid_grant");

        Tokens own = application.redemption(attackers, theirs).tokens();
        assertThat(application.verifiedIdToken(own)).containsEntry("nonce", attackers.value("nonce"));
        Tokens victims = application.redemption(request, code).tokens();
        assertThat(application.verifiedIdToken(victims)).containsEntry("nonce", request.value("nonce"));
    }

    @Test
    @DisplayName("RFC 6749 5.2: codes that nobody issued, other grant types, and none")
    void refusesWhatIsNoCode() {
        TokenRequest redemption = application.redemption(request, code);
        assertTokenError(redemption.with("code", "ost_ac_unknown").send(), "invalid_grant");
        assertTokenError(redemption.with("code", code + "A").send(), "invalid_grant");
        assertTokenError(redemption.with("code", code.toUpperCase(Locale.ROOT)).send(), "invalid_grant");
        assertTokenError(redemption.with("code", "\u20AC'\" or 1=1 --").send(), "invalid_grant");
        assertTokenError(redemption.with("code", "").send(), "invalid_request");
        assertTokenError(redemption.without("code").send(), "invalid_request");
        assertTokenError(redemption.without("grant_type").send(), "invalid_request");
        for (String grantType : List.of(
                "password",
                "implicit",
                "client_credentials",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "AUTHORIZATION_CODE",
                "authorization_code ")) {
            assertTokenError(
                    redemption.with("grant_type", grantType).send(), "unsupported_grant_type", "unauthorized_client");
        }
        assertAlive(server, redemption.tokens().accessToken());
    }
}
