package org.ostiary.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Ports;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;

/** npm's openid-client, which checks all that a careful client checks, is content with what it gets. */
@DisplayName("openid-client")
class OpenIdClientIT {
    private static final String BASIC = "node-basic";
    private static final String POST = "node-post";
    private static final String PUBLIC = "node-public";

    private static OstiaryServer server;
    private static RelyingParty application;

    @BeforeAll
    static void start() {
        int port = Ports.free();
        List<Registration> clients = List.of(
                new Registration(BASIC, "client_secret_basic", RelyingParty.redirectUri(port), true),
                new Registration(POST, "client_secret_post", RelyingParty.redirectUri(port), true),
                new Registration(PUBLIC, "none", RelyingParty.redirectUri(port), true));
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .withAll(Registration.configurationOf(clients))
                        .with("oidc.outbound.allowed-addresses", "127.0.0.1")
                        .with("oidc.client." + BASIC + ".backchannel-logout-uri", RelyingParty.backChannel(port))
                        .with("oidc.client." + POST + ".frontchannel-logout-uri", RelyingParty.frontChannel(port))
                        .with("oidc.client." + POST + ".frontchannel-logout-session-required", "true"));
        server.start();
        application = RelyingParty.start(server.issuer(), port, clients);
    }

    @AfterAll
    static void stop() {
        application.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, POST, PUBLIC})
    @DisplayName("OIDC Core 3.1: logs a person in by code, S256, state, nonce, iss, signed ID token and userinfo")
    void logsAPersonIn(String client) {
        Answer shown = alice().enter(application.login(client));

        assertThat(shown.json()).doesNotContainKey("error").containsEntry("at_hash_matches", true);
        result(shown, "claims.iss").isEqualTo(server.issuer().toString());
        result(shown, "claims.aud").isEqualTo(client);
        result(shown, "claims.azp").isEqualTo(client);
        result(shown, "claims.amr").isEqualTo(List.of("pwd"));
        result(shown, "header.alg").isEqualTo("RS256");
        result(shown, "response.iss").isEqualTo(server.issuer().toString());
        result(shown, "token.access_token").isEqualTo("ost_at_");
        result(shown, "token.token_type").isEqualTo("bearer");
        result(shown, "token.expires_in").isEqualTo(3600L);
        result(shown, "userinfo.preferred_username").isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, POST})
    @DisplayName(
            "OIDC Back-Channel and Front-Channel Logout 1.0: a sign-out at the provider ends this session and no other")
    void signsThePersonOut(String client) throws InterruptedException {
        Person person = alice();
        String here = claim(person.enter(application.login(client)), "sid").toString();
        String elsewhere =
                claim(alice().enter(application.login(client)), "sid").toString();

        person.signOut();

        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (alive(here) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(alive(here)).isFalse();
        assertThat(alive(elsewhere)).isTrue();
    }

    private static boolean alive(String sid) {
        return Boolean.TRUE.equals(
                new UserAgent().get(application.session(sid)).json().get("alive"));
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: gets an auth_time within the max_age it sent")
    void checksAuthenticationTimeAgainstMaxAge() {
        Answer shown = alice().enter(with(application.login(BASIC), "max_age=600"));

        assertThat(shown.json()).doesNotContainKey("error");
        result(shown, "claims.auth_time").isInstanceOf(Long.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, PUBLIC})
    @DisplayName("OAuth 2.0 Form Post Response Mode: logs a person in by a posted response")
    void logsAPersonInByFormPost(String client) {
        Answer shown = alice().enter(with(application.login(client), "response_mode=form_post"));

        assertThat(shown.json()).doesNotContainKey("error").containsEntry("method", "POST");
        result(shown, "userinfo.preferred_username").isEqualTo("alice");
    }

    @Test
    @DisplayName("OIDC Core 5.1: two people get different subjects, one person the same at two of its logins")
    void tellsPeopleApart() {
        Object alice = claim(alice().enter(application.login(BASIC)), "sub");
        Object aliceAgain = claim(alice().enter(application.login(BASIC)), "sub");
        Object bob = claim(new Person(server, TestAccounts.BOB).enter(application.login(BASIC)), "sub");

        assertThat(aliceAgain).isEqualTo(alice);
        assertThat(bob).isNotEqualTo(alice);
    }

    @Test
    @DisplayName("RFC 8414: reads the same provider out of both discovery documents")
    void readsBothDiscoveryDocuments() {
        Map<String, Object> provider =
                new UserAgent().get(application.provider()).json();

        for (String document : Set.of("openid", "oauth")) {
            assertThat(provider)
                    .extractingByKey(document)
                    .extracting(
                            "issuer",
                            "token_endpoint",
                            "jwks_uri",
                            "authorization_response_iss_parameter_supported",
                            "code_challenge_methods_supported")
                    .containsExactly(
                            server.issuer().toString(),
                            server.issuer() + "/api/oidc/token",
                            server.issuer() + "/jwks.json",
                            true,
                            List.of("S256"));
        }
    }

    /** What it refuses, and what makes Ostiary refuse it, arrive as the library's own typed errors. */
    @Nested
    class Refusals {
        @Test
        @DisplayName("RFC 6749 4.1.2.1: a person who denies is an access_denied authorization response")
        void learnsThatThePersonDenied() {
            Answer shown = alice().refuse(application.login(BASIC));

            result(shown, "error.name").isEqualTo("AuthorizationResponseError");
            result(shown, "error.error").isEqualTo("access_denied");
        }

        @Test
        @DisplayName("OAuth 2.0 Form Post Response Mode: a denial arrives by a posted response too")
        void learnsThatThePersonDeniedByFormPost() {
            Answer shown = alice().refuse(with(application.login(BASIC), "response_mode=form_post"));

            result(shown, "error.name").isEqualTo("AuthorizationResponseError");
            result(shown, "error.error").isEqualTo("access_denied");
        }

        @Test
        @DisplayName("OIDC Core 3.1.2.1: prompt=none without a session is a login_required authorization response")
        void learnsThatALoginIsRequired() {
            Answer shown =
                    new Person(server, TestAccounts.ALICE).passThrough(with(application.login(BASIC), "prompt=none"));

            result(shown, "error.name").isEqualTo("AuthorizationResponseError");
            result(shown, "error.error").isEqualTo("login_required");
        }

        @Test
        @DisplayName("OIDC Core 3.1.3.7: an ID token with another nonce than expected is refused")
        void refusesAnotherNonce() {
            Answer shown = alice().enter(with(application.login(BASIC), "tamper=nonce"));

            result(shown, "error.code").isEqualTo("OAUTH_JWT_CLAIM_COMPARISON_FAILED");
            result(shown, "error.cause.message").asString().contains("nonce");
        }

        @Test
        @DisplayName("RFC 6749 10.12: another state than expected is refused")
        void refusesAnotherState() {
            Answer shown = alice().enter(with(application.login(BASIC), "tamper=state"));

            result(shown, "error.code").isEqualTo("OAUTH_INVALID_RESPONSE");
            result(shown, "error.cause.message").asString().contains("state");
        }

        @Test
        @DisplayName("RFC 9207 2.4: a response with another issuer, or none, is refused")
        void refusesAnotherIssuer() {
            Person person = alice();
            for (UnaryOperator<Parameters> change : List.<UnaryOperator<Parameters>>of(
                    response -> response.with("iss", "https://attacker.example"),
                    response -> response.without("iss"))) {
                Callback response = person.allow(application.login(BASIC));
                URI changed = URI.create(application.redirectUri() + "?"
                        + change.apply(response.parameters()).encoded());
                Answer shown = new UserAgent().get(changed);

                result(shown, "error.code").isEqualTo("OAUTH_INVALID_RESPONSE");
                result(shown, "error.cause.message").asString().contains("iss");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {BASIC, PUBLIC})
        @DisplayName("RFC 7636 4.6: a wrong code_verifier is an invalid_grant token response")
        void learnsThatTheVerifierIsWrong(String client) {
            Answer shown = alice().enter(with(application.login(client), "tamper=verifier"));

            result(shown, "error.name").isEqualTo("ResponseBodyError");
            result(shown, "error.error").isEqualTo("invalid_grant");
            result(shown, "error.status").isEqualTo(400L);
        }

        @Test
        @DisplayName("RFC 6749 5.2: a wrong secret in the header is a 401 with a Basic challenge")
        void learnsThatTheSecretInTheHeaderIsWrong() {
            Answer shown = alice().enter(with(application.login(BASIC), "tamper=secret"));

            result(shown, "error.name").isEqualTo("WWWAuthenticateChallengeError");
            result(shown, "error.status").isEqualTo(401L);
            result(shown, "error.challenges")
                    .asInstanceOf(LIST)
                    .first()
                    .extracting("scheme")
                    .isEqualTo("basic");
        }

        @Test
        @DisplayName("RFC 6749 5.2: a wrong secret in the body is an invalid_client token response")
        void learnsThatTheSecretInTheBodyIsWrong() {
            Answer shown = alice().enter(with(application.login(POST), "tamper=secret"));

            result(shown, "error.name").isEqualTo("ResponseBodyError");
            result(shown, "error.error").isEqualTo("invalid_client");
            result(shown, "error.status").isEqualTo(401L);
        }

        @Test
        @DisplayName("RFC 6749 4.1.2: a second redemption is an invalid_grant, and ends the first one's tokens")
        void losesEverythingByRedeemingTwice() {
            Answer shown = alice().enter(with(application.login(BASIC), "tamper=replay"));

            result(shown, "error.error").isEqualTo("invalid_grant");
            result(shown, "userinfo.name").isEqualTo("WWWAuthenticateChallengeError");
            result(shown, "userinfo.status").isEqualTo(401L);
        }
    }

    private static Person alice() {
        return new Person(server, TestAccounts.ALICE);
    }

    private static URI with(URI login, String query) {
        return URI.create(login + "?" + query);
    }

    private static Object claim(Answer shown, String name) {
        return Objects.requireNonNull(
                shown.json().get("claims") instanceof Map<?, ?> claims ? claims.get(name) : null, shown::body);
    }

    private static AbstractObjectAssert<?, ?> result(Answer shown, String path) {
        return assertThat((Object) shown.json())
                .as("%s of %s", path, shown.body())
                .extracting(path);
    }
}
