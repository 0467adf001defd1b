package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.ClientAssertion;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.Race;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** What is spent, used or revoked on one node is so on the other at that moment: the database decides, no node remembers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final int RACERS = 20;
    private static final int REFRESHING_RACERS = 50;
    private static final int REFRESHING_ROUNDS = 3;
    private static final int ROUNDS = 10;
    private static final String INTROSPECTION = "/api/oidc/introspection";

    private static final String ADMINISTRATION = "/api/admin/v1";

    /** What the documentation promises, from the answer of the one node to the effect on the other. */
    private static final Duration PROMISE = Duration.ofSeconds(5);

    private static final TestClient ROBOT = TestClient.confidential(
                    "robot", "robot-secret-w2e3r4t5y6u7", "client_secret_basic")
            .with("grant-types", "client_credentials")
            .with("scopes", "ostiary:admin")
            .with("audience", "http://localhost:{port}" + ADMINISTRATION)
            .with("administration-role", "admin");

    private final TwoNodes nodes = TwoNodes.start(
            ServerSettings.standard().with("oidc.registration.enabled", "true").withAll(ROBOT.keys()));
    private final Journey signedIn = new Journey(nodes.first());

    private TestReporter measured = (entries) -> {};

    @BeforeEach
    void measure(TestReporter reporter) {
        measured = reporter;
    }

    @BeforeAll
    void logIn() {
        signedIn.authorize(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT), TestAccounts.BOB);
    }

    @AfterAll
    void end() {
        nodes.close();
    }

    @Test
    @DisplayName(
            "RFC 6749 4.1.2: of simultaneous redemptions on both nodes one succeeds; then its tokens are dead on both")
    void redeemsACodeOnce() {
        RelyingParty application = application(TestClients.IMPLICIT_CONSENT);
        try (Race race = nodes.race(RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                AuthorizationRequest request = application.validRequest();
                String code = signedIn.authorize(request, TestAccounts.BOB).code();

                List<RawAnswer> answers =
                        race.run(application.redemption(request, code).raw());

                RawAnswer winner = theOnly(answers, 200, 400);
                assertThat(answers.stream().filter(answer -> answer.status() != 200))
                        .allMatch(answer -> answer.body().contains("\"error\":\"invalid_grant\""));
                nodes.assertUserinfo(member(winner, "access_token"), 401);
            }
        }
    }

    @Test
    @DisplayName(
            "RFC 9700 4.14: of 50 simultaneous refreshes on both nodes all carry one successor, which works on either")
    void refreshesToOneSuccessor() {
        RelyingParty application = application(TestClients.REFRESHING);
        try (Race race = nodes.race(REFRESHING_RACERS)) {
            for (int round = 0; round < REFRESHING_ROUNDS; round++) {
                String token = offline(application).member("refresh_token");

                List<RawAnswer> answers = race.run(application.refresh(token).raw());

                assertThat(answers).filteredOn(answer -> answer.status() != 200).isEmpty();
                Set<String> successors = answers.stream()
                        .map(answer -> member(answer, "refresh_token"))
                        .collect(Collectors.toSet());
                assertThat(successors).hasSize(1);
                String successor = successors.iterator().next();
                RawAnswer next = nodes.askSecond(application.refresh(successor).raw());
                assertThat(next.status()).isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("RFC 9700 4.14.2: a reuse on the second node, after the grace, ends on both what the first issued")
    void endsTheFamilyOnBothNodes() throws SQLException {
        RelyingParty application = application(TestClients.REFRESHING);
        Tokens before = offline(application);
        Tokens after = application.refresh(before.member("refresh_token")).tokens();
        nodes.assertUserinfo(after.accessToken(), 200);
        nodes.letAnHourPassForRefreshTokens();

        RawAnswer reuse = nodes.askSecond(
                application.refresh(before.member("refresh_token")).raw());

        assertThat(reuse.body()).contains("\"error\":\"invalid_grant\"");
        nodes.assertUserinfo(before.accessToken(), 401);
        nodes.assertUserinfo(after.accessToken(), 401);
        TokenRequest successor = application.refresh(after.member("refresh_token"));
        assertThat(nodes.askSecond(successor.raw()).body()).contains("\"error\":\"invalid_grant\"");
        assertThat(successor.send().error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(
            "RFC 7523 3: an assertion that one node accepted is refused by the other, and of simultaneous ones one counts")
    void takesAnAssertionOnce() {
        TokenRequest request = asserted();
        assertThat(request.sendTo(INTROSPECTION).status()).isEqualTo(200);
        RawAnswer repeated = nodes.askSecond(request.raw(INTROSPECTION));
        assertThat(repeated.status()).isEqualTo(401);
        assertThat(repeated.body()).contains("\"error\":\"invalid_client\"");

        try (Race race = nodes.race(RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                theOnly(race.run(asserted().raw(INTROSPECTION)), 200, 401);
            }
        }
    }

    @Test
    @DisplayName("RFC 9126 4: a request that was pushed to one node is answered once, whichever node is asked")
    void answersAPushedRequestOnce() {
        RelyingParty application = application(TestClients.PUSHING);
        try (Race race = nodes.race(RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                AuthorizationRequest named = application.pushed(application.validRequest());

                List<RawAnswer> answers = race.run(nodes.get(named.on(nodes.first()), signedIn.browser()));

                assertThat(theOnly(answers, 303, 400).head()).contains("code=ost_ac_");
            }
        }
    }

    @Test
    @DisplayName("A consent form that both nodes take leads to one code, whichever node is asked for it")
    void takesAFormOnce() {
        RelyingParty application = application(TestClients.EXPLICIT_CONSENT);
        try (Race race = nodes.race(RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Answer page = signedIn.open(application.validRequest());
                HtmlForm form = page.form();
                TokenRequest post = TokenRequest.of(nodes.first(), form.press("consent-allow"))
                        .withHeader("Cookie", signedIn.browser().cookieHeader());

                List<RawAnswer> taken = race.run(post.raw(form.action().getRawPath()));
                URI back = taken.stream()
                        .filter(answer -> answer.status() == 303)
                        .map(answer -> nodes.first().endpoint(location(answer)))
                        .findFirst()
                        .orElseThrow();
                List<RawAnswer> answers = race.run(nodes.get(back, signedIn.browser()));

                assertThat(taken).allMatch(answer -> answer.status() == 303 || answer.status() == 403);
                assertThat(answers.stream().filter(answer -> answer.head().contains("code=ost_ac_")))
                        .hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("RFC 7009 2: what is revoked on the first node is dead on the second with its next request")
    void revokesEverywhere() {
        RelyingParty application = application(TestClients.REFRESHING);
        Tokens tokens = offline(application);
        nodes.assertUserinfo(tokens.accessToken(), 200);
        TokenRequest revocation = TokenRequest.of(
                        nodes.first(), Parameters.none().with("token", tokens.member("refresh_token")))
                .as(TestClients.REFRESHING);

        assertThat(revocation.sendTo("/api/oidc/revocation").status()).isEqualTo(200);

        TokenRequest introspection = TokenRequest.of(
                        nodes.first(), Parameters.none().with("token", tokens.accessToken()))
                .as(TestClients.REFRESHING);
        assertThat(nodes.askSecond(introspection.raw(INTROSPECTION)).body()).isEqualTo("{\"active\":false}");
        nodes.assertUserinfo(tokens.accessToken(), 401);
        RawAnswer refresh = nodes.askSecond(
                application.refresh(tokens.member("refresh_token")).raw());
        assertThat(refresh.body()).contains("\"error\":\"invalid_grant\"");
    }

    @Test
    @DisplayName(
            "S18, W22: what an administrator does to a client on the first node holds on the second within five seconds")
    void changesAClientEverywhere() throws InterruptedException {
        String options = "{\"redirect-uris\":[\"https://shop.test/%s\"],\"grant-types\":"
                + "[\"authorization_code\",\"client_credentials\"],\"scopes\":[\"openid\",\"read\"]}";
        Answer created = administer(
                "POST", "/clients", "{\"client_id\":\"shop\",\"options\":" + options.formatted("one") + "}", null);
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        TokenRequest first = own(String.valueOf(created.json().get("secret")));
        within("registered", () -> second(first).status() == 200);
        assertThat(authorize("one").status()).isEqualTo(303);
        assertThat(authorize("two").status()).isEqualTo(400);

        String tag =
                administer("GET", "/clients/shop", null, null).header("ETag").orElseThrow();
        administer("PUT", "/clients/shop", "{\"options\":" + options.formatted("two") + "}", tag);
        within("another redirect URI", () -> authorize("two").status() == 303);
        assertThat(authorize("one").status()).isEqualTo(400);

        Answer added =
                administer("POST", "/clients/shop/secrets", "{\"former_not_after\":\"2020-01-01T00:00:00Z\"}", null);
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        TokenRequest next = own(String.valueOf(added.json().get("secret")));
        within("the new secret", () -> second(next).status() == 200);
        within("not the former one", () -> second(first).status() == 401);

        administer(
                "POST",
                "/definitions",
                "{\"kind\":\"scope\",\"name\":\"stock\",\"options\":{\"claims\":\"shelf\"}}",
                null);
        within("a scope", () -> document("/.well-known/openid-configuration").contains("\"stock\""));
        String changed =
                administer("GET", "/clients/shop", null, null).header("ETag").orElseThrow();
        String more = options.formatted("two").replace("\"read\"", "\"read\",\"stock\"");
        administer("PUT", "/clients/shop", "{\"options\":" + more + "}", changed);
        TokenRequest ofStock = own(String.valueOf(added.json().get("secret")), "stock");
        within("the scope of the client", () -> second(ofStock).body().contains("\"scope\":\"stock\""));

        administer("POST", "/clients/shop/disable", null, null);
        within("stopped", () -> second(next).status() == 401);
        administer("POST", "/clients/shop/enable", null, null);
        within("let work again", () -> second(next).status() == 200);

        administer("DELETE", "/clients/shop/secrets/" + added.json().get("id"), null, null);
        within("without a secret", () -> second(next).status() == 401);
    }

    @Test
    @DisplayName("S18: a session that is ended and an account that is locked on the first node are so on the second")
    void endsWhatPeopleHaveEverywhere() throws InterruptedException {
        RelyingParty application = application(TestClients.REFRESHING);
        Journey dave = new Journey(nodes.first());
        Tokens tokens = application.tokensFor(
                dave, TestAccounts.DAVE, application.validRequest().with("scope", "openid"));
        nodes.assertUserinfo(tokens.accessToken(), 200);
        String account = String.valueOf(
                entries("/accounts?prefix=dave", "accounts").get(0).get("id"));
        Object session =
                entries("/accounts/" + account + "/sessions", "sessions").get(0).get("id");

        administer("DELETE", "/sessions/" + session, null, null);

        nodes.assertUserinfo(tokens.accessToken(), 401);
        assertThat(nodes.askSecond(nodes.get(application.validRequest().on(nodes.first()), dave.browser()))
                        .head())
                .contains("/login.xhtml");

        Tokens again = application.tokensFor(
                dave, TestAccounts.DAVE, application.validRequest().with("scope", "openid offline_access"));
        administer("POST", "/accounts/" + account + "/disable", null, null);
        nodes.assertUserinfo(again.accessToken(), 401);
        RawAnswer refresh = nodes.askSecond(
                application.refresh(again.member("refresh_token")).raw());
        assertThat(refresh.body()).contains("\"error\":\"invalid_grant\"");
        administer("POST", "/accounts/" + account + "/enable", null, null);
        nodes.assertUserinfo(again.accessToken(), 401);
    }

    @Test
    @DisplayName(
            "S18, S36: groups that the first node changes decide on the second: a right is lost there, and what was granted ends")
    void changesGroupsEverywhere() {
        TestAccount gina = register("gina");
        String account = String.valueOf(
                entries("/accounts?prefix=gina", "accounts").get(0).get("id"));
        RelyingParty staff = application(TestClients.STAFF);
        Journey journey = new Journey(nodes.first());
        join(account, "[\"staff\"]");
        Tokens tokens = staff.tokensFor(journey, gina, staff.validRequest());
        nodes.assertUserinfo(tokens.accessToken(), 200);
        byte[] again = nodes.get(staff.validRequest().with("prompt", "none").on(nodes.first()), journey.browser());
        assertThat(nodes.askSecond(again).head()).contains("code=ost_ac_");

        join(account, "[]");

        nodes.assertUserinfo(tokens.accessToken(), 401);
        assertThat(nodes.askSecond(again).head()).contains("error=access_denied");
        TokenRequest introspection = TokenRequest.of(
                        nodes.first(), Parameters.none().with("token", tokens.accessToken()))
                .as(TestClients.STAFF);
        assertThat(nodes.askSecond(introspection.raw(INTROSPECTION)).body()).isEqualTo("{\"active\":false}");

        join(account, "[\"staff\"]");
        assertThat(nodes.askSecond(again).head()).contains("code=ost_ac_");
        nodes.assertUserinfo(tokens.accessToken(), 401);
    }

    /** An account that is kept here, so that its groups can be changed. */
    private TestAccount register(String username) {
        TestAccount account = new TestAccount(username, "seven quiet herons at dusk");
        Journey journey = new Journey(nodes.first());
        HtmlForm form = journey.open(
                        AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("prompt", "create"))
                .form()
                .fill("register-username", username)
                .fill("register-name", username)
                .fill("register-email", username + "@example.org")
                .fill("register-password", account.password());
        journey.arrived(journey.follow(journey.browser().post(form.action(), form.press("register-submit"))));
        return account;
    }

    private void join(String account, String groups) {
        administer("PUT", "/accounts/" + account + "/groups", "{\"groups\":" + groups + "}", "*");
    }

    @Test
    @DisplayName(
            "W22: a key that is added or revoked on the first node is so on the second, and both describe themselves alike")
    void publishesTheSameKeys() throws InterruptedException {
        String before = document("/jwks.json");
        administer("POST", "/keys/rotate", "{\"algorithm\":\"ES384\"}", null);
        within(
                "the next key",
                () -> !document("/jwks.json").equals(before)
                        && document("/jwks.json").equals(own("/jwks.json", nodes.first())));
        String kid = entries("/keys", "keys").stream()
                .filter(key -> "ES384".equals(key.get("algorithm")) && "pending".equals(key.get("state")))
                .map(key -> String.valueOf(key.get("kid")))
                .findFirst()
                .orElseThrow();
        assertThat(document("/jwks.json")).contains(kid);
        administer("POST", "/keys/" + kid + "/revoke", "{\"dry_run\":false}", null);
        within("the key is gone", () -> !document("/jwks.json").contains(kid));
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            assertThat(document(path)).isEqualTo(own(path, nodes.first()));
        }
    }

    /** What the second node publishes. */
    private String document(String path) {
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: localhost:" + nodes.first().port() + "\r\n\r\n";
        return nodes.askSecond(request.getBytes(StandardCharsets.ISO_8859_1)).body();
    }

    private static String own(String path, OstiaryServer node) {
        return new UserAgent().get(node.endpoint(path)).body();
    }

    private TokenRequest own(String secret) {
        return own(secret, "read");
    }

    private TokenRequest own(String secret, String scope) {
        return TokenRequest.of(
                        nodes.first(),
                        Parameters.none()
                                .with("grant_type", "client_credentials")
                                .with("scope", scope))
                .withBasic("shop", secret);
    }

    private RawAnswer second(TokenRequest request) {
        return nodes.askSecond(request.raw());
    }

    private RawAnswer authorize(String path) {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT)
                .with("client_id", "shop")
                .with("redirect_uri", "https://shop.test/" + path)
                .with("scope", "openid");
        return nodes.askSecond(nodes.get(request.on(nodes.first()), new UserAgent()));
    }

    /** Asks the first node as an administrator would. */
    private Answer administer(String method, String path, @Nullable String body, @Nullable String seen) {
        Parameters form = Parameters.none()
                .with("grant_type", "client_credentials")
                .with("scope", "ostiary:admin")
                .with("resource", nodes.first().issuer() + ADMINISTRATION);
        String token = TokenRequest.of(nodes.first(), form).as(ROBOT).tokens().accessToken();
        HttpRequest.Builder request = HttpRequest.newBuilder(nodes.first().endpoint(ADMINISTRATION + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (seen != null) {
            request.header("If-Match", seen);
        }
        Answer answer = new UserAgent().send(request);
        assertThat(answer.status()).as(method + " " + path + answer.body()).isEqualTo(200);
        return answer;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> entries(String path, String member) {
        return (List<Map<String, Object>>) Objects.requireNonNull(
                administer("GET", path, null, null).json().get(member), member);
    }

    /**
     * Waits for an effect on the second node of what the first one answered just now, and keeps how long that took. No margin is
     * needed: nodes look every two seconds, which leaves three for a busy machine.
     */
    private void within(String what, BooleanSupplier seen) throws InterruptedException {
        Instant answered = Instant.now();
        boolean there = seen.getAsBoolean();
        while (!there && Instant.now().isBefore(answered.plus(PROMISE))) {
            Thread.sleep(50);
            there = seen.getAsBoolean();
        }
        Duration took = Duration.between(answered, Instant.now());
        measured.publishEntry(what + ", on the second node", took.toMillis() + " ms");
        assertThat(there).as(what + ", on the second node").isTrue();
        assertThat(took).as(what + ", on the second node").isLessThan(PROMISE);
    }

    private RelyingParty application(TestClient client) {
        return new RelyingParty(nodes.first(), client);
    }

    private Tokens offline(RelyingParty application) {
        AuthorizationRequest request = application.validRequest().with("scope", "openid offline_access");
        return application.tokensFor(signedIn, TestAccounts.BOB, request);
    }

    private TokenRequest asserted() {
        return TokenRequest.of(
                nodes.first(),
                ClientAssertion.parameters(nodes.first(), TestClients.PRIVATE_KEY_JWT)
                        .with("token", "of-nobody"));
    }

    /** The one answer with the first status; all others must have the second. */
    private static RawAnswer theOnly(List<RawAnswer> answers, int won, int lost) {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status())
                        .as(answer.head() + answer.body())
                        .isIn(won, lost));
        List<RawAnswer> winners =
                answers.stream().filter(answer -> answer.status() == won).toList();
        assertThat(winners).hasSize(1);
        return winners.get(0);
    }

    private static String member(RawAnswer answer, String name) {
        return found(answer.body(), "\"" + name + "\":\"([^\"]+)\"");
    }

    private static String location(RawAnswer answer) {
        return found(answer.head(), "(?im)^location: *(?:http://[^/]*)?(\\S+)");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
