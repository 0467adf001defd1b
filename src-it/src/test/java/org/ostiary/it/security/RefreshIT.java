package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Race;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Refresh tokens (RFC 6749, section 6; RFC 9700, section 4.14). */
@OnEveryServer
class RefreshIT {
    private static final int RACERS = 20;
    private static final int ROUNDS = 10;

    private final OstiaryServer server;
    private final RelyingParty application;
    private final RelyingParty publicApplication;
    private final Journey journey;

    RefreshIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.REFRESHING);
        this.publicApplication = new RelyingParty(server, TestClients.SPA_REFRESHING);
        this.journey = SignedIn.bob(server);
    }

    @Test
    @DisplayName("C01: a public client refreshes five times; a new token each, the old one refused, the rest constant")
    void rotates() {
        AuthorizationRequest request = publicApplication.validRequest().with("scope", "openid profile offline_access");
        Tokens tokens = publicApplication.tokensFor(journey, TestAccounts.BOB, request);
        Map<String, Object> first = publicApplication.verifiedIdToken(tokens);
        for (int each = 0; each < 5; each++) {
            Tokens next =
                    publicApplication.refresh(tokens.member("refresh_token")).tokens();
            assertThat(next.member("refresh_token")).isNotEqualTo(tokens.member("refresh_token"));
            assertThat(next.member("scope")).isEqualTo("openid profile offline_access");
            Map<String, Object> claims = publicApplication.verifiedIdToken(next);
            for (String name : List.of("sub", "sid", "auth_time", "amr", "acr", "azp")) {
                assertThat(claims).as(name).containsEntry(name, first.get(name));
            }
            assertThat(claims).doesNotContainKey("nonce");
            tokens = next;
        }
    }

    @Test
    @DisplayName("C02: a reuse kills the family: the newest refresh token and every access token")
    void killsTheFamily() {
        Tokens first = tokens("openid offline_access");
        Tokens second = application.refresh(first.member("refresh_token")).tokens();
        Tokens third = application.refresh(second.member("refresh_token")).tokens();
        assertTokenError(application.refresh(first.member("refresh_token")).send(), "invalid_grant");
        assertTokenError(application.refresh(third.member("refresh_token")).send(), "invalid_grant");
        for (Tokens each : List.of(first, second, third)) {
            assertThat(application.userinfo(each.accessToken()).status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName(
            "C03: of 20 simultaneous refreshes all that succeed carry the same successor, and none is a second family")
    void racesToOneSuccessor() throws Exception {
        try (Race race = new Race(server.port(), RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                TokenRequest refresh =
                        application.refresh(tokens("openid offline_access").member("refresh_token"));
                List<RawAnswer> answers = race.run(refresh.raw());
                assertThat(answers).filteredOn(answer -> answer.status() != 200).isEmpty();
                Set<String> successors = answers.stream()
                        .map(answer -> answer.body().replaceAll(".*\"refresh_token\":\"([^\"]+)\".*", "$1"))
                        .collect(Collectors.toSet());
                assertThat(successors).hasSize(1);
                assertThat(application
                                .refresh(successors.iterator().next())
                                .send()
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("C05: another client cannot use it, and it still works")
    void belongsToItsClient() {
        String token = tokens("openid offline_access").member("refresh_token");
        assertTokenError(
                application.refresh(token).as(TestClients.SPA_REFRESHING).send(), "invalid_grant");
        assertTokenError(application.refresh(token).as(TestClients.CONF_BASIC).send(), "unauthorized_client");
        assertThat(application.refresh(token).send().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C06: scope narrows and widens back, never beyond the grant, and is not repeated")
    void keepsToTheGrant() {
        String token = tokens("openid profile offline_access").member("refresh_token");
        assertTokenError(
                application.refresh(token).with("scope", "openid email").send(), "invalid_scope");
        assertTokenError(
                application
                        .refresh(token)
                        .with("scope", "openid")
                        .adding("scope", "openid")
                        .send(),
                "invalid_request");
        Tokens narrow = application.refresh(token).with("scope", "openid").tokens();
        assertThat(narrow.member("scope")).isEqualTo("openid");
        Tokens wide = application
                .refresh(narrow.member("refresh_token"))
                .with("scope", "openid profile")
                .tokens();
        assertThat(wide.member("scope")).isEqualTo("openid profile");
    }

    @Test
    @DisplayName("C17: no refresh token for a client that is not registered for it")
    void givesNoneWithoutTheGrantType() {
        RelyingParty other = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        Tokens tokens = other.tokensFor(journey, TestAccounts.BOB, other.validRequest());
        assertThat(tokens.members()).doesNotContainKey("refresh_token");
    }

    @Test
    @DisplayName("C23: with the logout the session's refresh token is dead, and one for offline access lives on")
    void endsWithTheSession() {
        Journey own = new Journey(server);
        Tokens bound = application.tokensFor(
                own, TestAccounts.BOB, application.validRequest().with("scope", "openid"));
        Tokens offline = application.tokensFor(
                own, TestAccounts.BOB, application.validRequest().with("scope", "openid offline_access"));

        Answer page = own.open(server.endpoint("/logout.xhtml"));
        own.browser().post(page.form().action(), page.form().press("logout-confirm"));

        assertTokenError(application.refresh(bound.member("refresh_token")).send(), "invalid_grant");
        assertThat(application.userinfo(bound.accessToken()).status()).isEqualTo(401);
        assertThat(application.refresh(offline.member("refresh_token")).send().status())
                .isEqualTo(200);
    }

    private Tokens tokens(String scope) {
        AuthorizationRequest request = application.validRequest().with("scope", scope);
        return application.tokensFor(journey, TestAccounts.BOB, request);
    }
}
