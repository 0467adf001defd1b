package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What an ID token says (OIDC Core 1.0, section 2). */
@OnEveryServer
class IdTokenIT {
    private static final Pattern UUID4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final OstiaryServer server;
    private final RelyingParty application;

    IdTokenIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
    }

    @Test
    @DisplayName("S21, S22, OIDC Core 2: iss, sub, aud, azp, exp, iat, auth_time, nonce, at_hash, acr and amr")
    void saysWhatHappened() {
        Instant before = Instant.now().minusSeconds(1);
        AuthorizationRequest request = application.validRequest().with("scope", "openid profile email groups");
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, request);
        Map<String, Object> claims = application.verifiedIdToken(tokens);
        assertThat(claims)
                .containsEntry("iss", server.issuer().toString())
                .containsEntry("aud", "implicit-consent")
                .containsEntry("azp", "implicit-consent")
                .containsEntry("nonce", request.value("nonce"))
                .containsEntry("amr", List.of("pwd"))
                .containsEntry("acr", "urn:ostiary:acr:one-factor")
                .containsEntry("at_hash", leftHalf(tokens.accessToken()));
        long issued = seconds(claims, "iat");
        assertThat(seconds(claims, "exp") - issued).isEqualTo(3600);
        assertThat(issued).isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(seconds(claims, "auth_time")).isBetween(before.getEpochSecond(), issued);
        assertThat(claims.keySet())
                .as("claims about the person belong to userinfo")
                .doesNotContain("email", "name", "preferred_username", "groups", "nbf");
    }

    @Test
    @DisplayName("S04, RFC 7515 4.1: the header names RS256 and a published key, and nothing to fetch")
    void namesItsKey() {
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, application.validRequest());
        String header =
                new String(Base64.getUrlDecoder().decode(tokens.idToken().split("\\.", 2)[0]), StandardCharsets.UTF_8);
        assertThat(header)
                .contains("\"alg\":\"RS256\"")
                .contains("\"kid\":\"")
                .doesNotContain("\"jku\"", "\"x5u\"", "\"jwk\"");
    }

    @Test
    @DisplayName("S19: sub is a UUIDv4, the same for each client and each login, another for each person")
    void hasAnOpaqueSubject() {
        String alice = sub(application, TestAccounts.ALICE);
        assertThat(alice).matches(UUID4);
        assertThat(sub(application, TestAccounts.ALICE)).isEqualTo(alice);
        assertThat(sub(new RelyingParty(server, TestClients.SPA), TestAccounts.ALICE))
                .isEqualTo(alice);
        assertThat(sub(application, TestAccounts.BOB)).matches(UUID4).isNotEqualTo(alice);
    }

    @Test
    @DisplayName(
            "S25, OIDC Core 2: auth_time stays when the session is used, and moves when the person proves herself again")
    void tellsWhenThePersonWasSeen() throws InterruptedException {
        Journey journey = new Journey(server);
        long first = authTime(application.tokensFor(journey, TestAccounts.ALICE, application.validRequest()));
        Thread.sleep(1_100);
        assertThat(authTime(application.tokensFor(journey, TestAccounts.ALICE, application.validRequest())))
                .isEqualTo(first);
        for (AuthorizationRequest again : List.of(
                application.validRequest().with("prompt", "login"),
                application.validRequest().with("max_age", "0"))) {
            Answer page = journey.open(again);
            assertThat(Journey.isLogin(page)).isTrue();
            String code = journey.arrived(journey.logIn(page, "alice", TestAccounts.ALICE.password()))
                    .code();
            assertThat(authTime(application.redemption(again, code).tokens())).isGreaterThan(first);
        }
        AuthorizationRequest young = application.validRequest().with("max_age", "10000");
        assertThat(journey.arrived(journey.open(young)).code()).isNotEmpty();
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: without a nonce there is none")
    void inventsNoNonce() {
        Tokens tokens = application.tokensFor(
                TestAccounts.ALICE, application.validRequest().without("nonce"));
        assertThat(application.verifiedIdToken(tokens)).doesNotContainKey("nonce");
    }

    private long authTime(Tokens tokens) {
        return seconds(application.verifiedIdToken(tokens), "auth_time");
    }

    private static long seconds(Map<String, Object> claims, String name) {
        return (Long) Objects.requireNonNull(claims.get(name), name);
    }

    private String sub(RelyingParty client, TestAccounts.TestAccount account) {
        Tokens tokens = client.tokensFor(account, client.validRequest());
        String sub = String.valueOf(client.verifiedIdToken(tokens).get("sub"));
        assertThat(client.userinfo(tokens.accessToken()).json()).containsEntry("sub", sub);
        return sub;
    }

    private static String leftHalf(String accessToken) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
