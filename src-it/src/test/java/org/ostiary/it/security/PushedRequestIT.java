package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertJsonError;
import static org.ostiary.it.security.Refusals.assertRedirected;
import static org.ostiary.it.security.Refusals.assertShown;
import static org.ostiary.it.security.Refusals.assertTokenError;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Pushed authorization requests (RFC 9126). */
@OnEveryServer
class PushedRequestIT {
    private static final String ENDPOINT = "/api/oidc/pushed-authorization-request";

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    PushedRequestIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.PUSHING);
        this.journey = SignedIn.bob(server);
    }

    @Test
    @DisplayName("RFC 9126 2.2: a pushed request gets a name, 201, and is not kept by caches; its code works")
    void takesAPushedRequest() {
        AuthorizationRequest request = application.validRequest();
        Answer answer = application.push(request.parameters());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("request_uri", "expires_in");
        assertThat(String.valueOf(answer.json().get("request_uri")))
                .matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        application
                .redemption(
                        request,
                        journey.authorize(application.pushed(request), TestAccounts.BOB)
                                .code())
                .tokens();
    }

    @Test
    @DisplayName("E01: two visits before the login, one answer")
    void isAnsweredOnce() {
        AuthorizationRequest named = application.pushed(application.validRequest());
        Journey stranger = new Journey(server);
        assertThat(Journey.isLogin(stranger.open(named))).isTrue();
        assertThat(Journey.isLogin(stranger.open(named))).isTrue();
        assertThat(stranger.authorize(named, TestAccounts.BOB).code()).isNotEmpty();
        assertShown(stranger.open(named));
        assertShown(journey.open(named));
    }

    @Test
    @DisplayName("E01: without the client's secret nothing is pushed, and a name is its client's only")
    void belongsToItsClient() {
        Parameters parameters = application.validRequest().parameters();
        assertTokenError(TokenRequest.of(server, parameters).sendTo(ENDPOINT), "invalid_client");
        assertTokenError(
                TokenRequest.of(server, parameters)
                        .withBasic(TestClients.PUSHING.id(), "guessed")
                        .sendTo(ENDPOINT),
                "invalid_client");
        AuthorizationRequest named = application.pushed(application.validRequest());
        assertShown(journey.open(named.with("client_id", TestClients.CONF_BASIC.id())));
        assertThat(journey.authorize(named, TestAccounts.BOB).code()).isNotEmpty();
    }

    @Test
    @DisplayName("E02: who must push gets nothing for a plain request; nothing beside a name counts; no name is pushed")
    void excludesOtherWays() {
        AuthorizationRequest plain = application.validRequest();
        assertRedirected(journey.open(plain), plain, "invalid_request", server);
        AuthorizationRequest named = application
                .pushed(application.validRequest().with("state", "pushed-state"))
                .with("state", "another-state")
                .with("redirect_uri", "https://evil.test/cb")
                .with("prompt", "none");
        assertThat(journey.authorize(named, TestAccounts.BOB).parameters().require("state"))
                .isEqualTo("pushed-state");
        assertJsonError(
                application.push(application
                        .validRequest()
                        .with("request_uri", "urn:ietf:params:oauth:request_uri:x")
                        .parameters()),
                "invalid_request");
    }

    @Test
    @DisplayName("A13, RFC 9126 2.3: errors are told at once, those of the redirect URI too")
    void tellsErrorsAtOnce() {
        AuthorizationRequest request = application.validRequest();
        assertJsonError(
                application.push(
                        request.with("redirect_uri", "https://evil.test/cb").parameters()),
                "invalid_request");
        assertJsonError(
                application.push(
                        request.adding("redirect_uri", "https://evil.test/cb").parameters()),
                "invalid_request");
        assertJsonError(
                application.push(request.with("response_type", "token").parameters()), "unsupported_response_type");
        Answer large = application.push(request.with("x", "x".repeat(70_000)).parameters());
        assertThat(large.status()).isEqualTo(413);
        Answer read = journey.browser().get(server.endpoint(ENDPOINT));
        assertThat(read.status()).isEqualTo(405);
    }
}
