package org.ostiary.it.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClient;

/** Who may do what, and what it does to applications. */
class AdministrationIT {
    private static final String ADMIN = "ostiary:admin";
    private static final String AUDIT = "ostiary:audit";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final int MOST_GUESSES = 10;
    private static final String OTHER_MASTER_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static OstiaryServer server;

    @SuppressWarnings("NullAway.Init")
    private static Console console;

    @SuppressWarnings("NullAway.Init")
    private static String admin;

    @BeforeAll
    static void start() throws IOException {
        server = Servers.fresh(
                Flavour.MICRO_H2,
                Console.settings(directory)
                        .with("oidc.other-master-key", OTHER_MASTER_KEY)
                        .with("oidc.regulation.max-retries", Integer.toString(MOST_GUESSES)));
        server.start();
        console = new Console(server);
        admin = console.token(Console.STRONG, "ada", "openid " + ADMIN, console.audience());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Who asks, and how every operation is refused to them; null where the role decides. */
    private record Caller(@Nullable String token, @Nullable Integer refusal, boolean admin) {}

    private static Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("anonymous", new Caller(null, 401, false));
        callers.put("foreign token", new Caller("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.", 401, false));
        callers.put(
                "user",
                new Caller(console.token(Console.STRONG, "una", "openid " + ADMIN, console.audience()), 403, false));
        callers.put(
                "one-factor admin",
                new Caller(console.token(Console.WEAK, "olga", "openid " + ADMIN, console.audience()), 401, false));
        String otherAudience = console.token(Console.STRONG, "otto", "openid " + AUDIT, Console.OTHER_API);
        callers.put("token for another audience", new Caller(otherAudience, 401, false));
        callers.put("auditor who asks for more", new Caller(auditor("openid " + ADMIN), null, false));
        callers.put("admin", new Caller(admin, null, true));
        callers.put("client of administrators", new Caller(console.ownToken(Console.ROBOT, ADMIN), null, true));
        callers.put(
                "client of administrators with less", new Caller(console.ownToken(Console.ROBOT, AUDIT), null, false));
        callers.put("client of auditors", new Caller(console.ownToken(Console.WATCHER, ADMIN), null, false));
        callers.put("client that is not marked", new Caller(console.ownToken(Console.UNMARKED, ADMIN), 403, false));
        return callers;
    }

    /** Whose app showed a code just now: with a recovery code. */
    private static String auditor(String scope) {
        RelyingParty party = new RelyingParty(server, Console.STRONG);
        AuthorizationRequest request = party.validRequest().with("scope", scope).with("resource", console.audience());
        Journey journey = new Journey(server);
        Answer page = journey.logIn(
                journey.open(request), "otto", Console.person("otto").password());
        String code =
                journey.arrived(journey.recover(page, Console.person("otto"))).code();
        return party.redemption(request, code).tokens().accessToken();
    }

    @Test
    @DisplayName("G13: every operation times every caller, without one unexpected 2xx")
    void admitsByTheTable() {
        Map<String, Object> paths = members(console.get(admin, "/openapi.json").json(), "paths");
        SoftAssertions all = new SoftAssertions();
        int operations = 0;
        for (Map.Entry<String, Caller> caller : callers().entrySet()) {
            operations = 0;
            for (String path : paths.keySet()) {
                for (Map.Entry<String, Object> each : members(paths, path).entrySet()) {
                    operations++;
                    String method = each.getKey().toUpperCase(Locale.ROOT);
                    Map<?, ?> described = (Map<?, ?>) each.getValue();
                    boolean body = described.containsKey("requestBody");
                    Answer answer = console.ask(
                            method,
                            caller.getValue().token(),
                            path.replaceAll("\\{[a-z]+}", NOBODY),
                            body ? "{}" : null);
                    judge(all, caller.getKey() + ": " + method + " " + path, caller.getValue(), described, answer);
                }
            }
        }
        assertThat(operations).isGreaterThan(20);
        all.assertAll();
    }

    @Test
    @DisplayName("G13: neither a header that names another method nor another spelling of a path opens an operation")
    void admitsByNoDetour() {
        Map<String, Object> paths = members(console.get(admin, "/openapi.json").json(), "paths");
        String auditor = console.ownToken(Console.WATCHER, AUDIT);
        SoftAssertions all = new SoftAssertions();
        for (String path : paths.keySet()) {
            String asked = path.replaceAll("\\{[a-z]+}", NOBODY);
            for (Map.Entry<String, Object> each : members(paths, path).entrySet()) {
                String method = each.getKey().toUpperCase(Locale.ROOT);
                if (!"admin".equals(((Map<?, ?>) each.getValue()).get("x-role"))) {
                    continue;
                }
                for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                    for (String sent : List.of("GET", "POST")) {
                        Answer answer = new UserAgent()
                                .send(HttpRequest.newBuilder(server.endpoint(Console.PATH + asked))
                                        .header("Authorization", "Bearer " + auditor)
                                        .header(header, method)
                                        .method(sent, HttpRequest.BodyPublishers.noBody()));
                        boolean own = members(paths, path).containsKey(sent.toLowerCase(Locale.ROOT));
                        all.assertThat(answer.status())
                                .as(sent + " as " + method + " " + path)
                                .isIn(own ? List.of(200, 400, 403, 404) : List.of(405));
                    }
                }
            }
            for (String spelling : List.of(
                    asked.replaceFirst("/", "/%2e/"),
                    asked.replaceFirst("/", "//"),
                    asked.replaceFirst("/", "/;x=1/"),
                    asked.replaceFirst("/", "%2f"),
                    asked + "%2f",
                    asked + "/",
                    asked.toUpperCase(Locale.ROOT))) {
                Answer answer = console.get(auditor, spelling);
                all.assertThat(answer.status()).as(spelling).isBetween(400, 499);
            }
        }
        for (String page : List.of("/accounts", "/audit-records", "/logout-deliveries")) {
            for (String after : List.of("x", "1.x", "%27%20or%201=1--", NOBODY + "x")) {
                all.assertThat(console.get(admin, page + "?after=" + after).status())
                        .as(page + after)
                        .isEqualTo(400);
            }
        }
        all.assertAll();
    }

    private static void judge(SoftAssertions all, String what, Caller caller, Map<?, ?> operation, Answer answer) {
        Integer refusal = caller.refusal();
        if (refusal != null) {
            all.assertThat(answer.status()).as(what).isEqualTo(refusal);
        } else if (!caller.admin() && "admin".equals(operation.get("x-role"))) {
            all.assertThat(answer.status()).as(what).isEqualTo(403);
        } else {
            all.assertThat(answer.status()).as(what).isIn(200, 400, 404);
        }
        if (answer.status() >= 400) {
            all.assertThat(answer.header("Content-Type").orElse("")).as(what).startsWith("application/problem+json");
            all.assertThat(answer.json()).as(what).containsKeys("status", "detail", "rule", "section", "request_id");
        }
        all.assertThat(answer.header("WWW-Authenticate").isPresent()).as(what).isEqualTo(answer.status() == 401);
        all.assertThat(answer.header("Cache-Control")).as(what).contains("no-store");
        all.assertThat(answer.header("Access-Control-Allow-Origin")).as(what).isEmpty();
    }

    @Test
    @DisplayName("G13: every page times every person, without one unexpected 2xx")
    void admitsToPagesByTheTable() throws IOException {
        Map<String, ConsolePages> people = new LinkedHashMap<>();
        people.put("anonymous", new ConsolePages(server));
        people.put("user", signedIn("una", 403));
        people.put("one-factor admin", new ConsolePages(server));
        people.get("one-factor admin").signInWithOneFactor(Console.person("olga"));
        people.put("auditor", signedIn("otto", 200));
        people.put("admin", signedIn("ada", 200));
        List<ConsolePages.Row> table = ConsolePages.table();
        assertThat(table).hasSizeGreaterThan(20);
        SoftAssertions all = new SoftAssertions();
        people.forEach((who, pages) -> table.forEach(row -> {
            Answer answer = pages.ask(row);
            String what = who + ": " + row;
            if (!who.equals("auditor") && !who.equals("admin")) {
                all.assertThat(pages.signsIn(answer))
                        .as(what + " " + answer.status())
                        .isTrue();
            } else if (row.method().equals("POST") || (row.adminOnly() && who.equals("auditor"))) {
                all.assertThat(answer.status()).as(what).isEqualTo(403);
            } else {
                all.assertThat(answer.status()).as(what + answer.body()).isIn(200, 400);
                all.assertThat(answer.hasElement("admin-role")).as(what).isTrue();
            }
            all.assertThat(answer.header("Cache-Control")).as(what).contains("no-store");
            all.assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(what)
                    .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';");
        }));
        all.assertThat(people.get("user").browser().cookie(ConsolePages.COOKIE)).isEmpty();
        all.assertThat(people.get("one-factor admin").browser().cookie(ConsolePages.COOKIE))
                .isEmpty();
        all.assertThat(people.get("admin").get("/admin/nothing").status()).isEqualTo(404);
        all.assertThat(people.get("admin").get("/admin/account/disable").status())
                .isEqualTo(405);
        all.assertThat(people.get("admin").get("/admin-show-overview.xhtml").status())
                .isEqualTo(404);
        all.assertAll();
    }

    private static ConsolePages signedIn(String name, int status) {
        ConsolePages pages = new ConsolePages(server);
        Answer page = pages.signIn(Console.person(name));
        assertThat(page.status()).as(name + page.body()).isEqualTo(status);
        return pages;
    }

    @Test
    @DisplayName(
            "A change counts once, by the form that was shown, is audited like a program's, and signing out ends the pages")
    void changesByForms() {
        ConsolePages pages = signedIn("ada", 200);
        String id = account("una");
        Answer page = pages.get("/admin/account?account=" + id);
        Parameters form = Parameters.none().with("account", id);
        assertThat(pages.post("/admin/account/unlock", form).status()).isEqualTo(403);
        Parameters right = form.with("form-token", ConsolePages.formToken(page));
        Answer done = pages.post("/admin/account/unlock", right);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location().getQuery()).endsWith("done=unlock_account");
        assertThat(pages.browser().get(done.location()).hasElement("admin-done"))
                .isTrue();
        assertThat(pages.post("/admin/account/unlock", right).status()).isEqualTo(403);
        assertThat(list("/audit-records?event=admin_unlock_account&account=" + id, "records"))
                .isNotEmpty()
                .allSatisfy(noted -> assertThat(noted.get("actor")).isEqualTo("account:" + account("ada")));
        assertThat(list("/audit-records?event=admin_show_account&account=" + id, "records"))
                .isNotEmpty();

        String cookie = pages.browser().cookie(ConsolePages.COOKIE).orElseThrow();
        assertThat(console.ask("GET", cookie, "/me", null).status())
                .as("no token for programs")
                .isEqualTo(401);
        assertThat(pages.get("/admin/audit?from=yesterday").status()).isEqualTo(400);
        assertThat(pages.get("/admin/account?account=" + NOBODY).status()).isEqualTo(404);
        pages.signOut();
        assertThat(pages.signsIn(pages.get("/admin"))).isTrue();
    }

    @Test
    @DisplayName(
            "Part 12: what would happen and be told, recent requests, second factors, jobs and the export are pages too")
    void looksThroughPages() throws InterruptedException {
        ConsolePages pages = signedIn("ada", 200);
        String id = account("una");
        Answer dry = pages.get("/admin/dry-run?preview=yes&session=one_factor&account=" + id
                + "&request=client_id%3Dconsole%26response_type%3Dcode");
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.body()).contains("It is refused.", "parameter-present", "not kept");
        assertThat(list("/audit-records?event=admin_dry_run&account=" + id, "records"))
                .filteredOn(noted -> "REFUSE".equals(noted.get("reason")))
                .as("noted once")
                .hasSize(1);
        Answer claims =
                pages.get("/admin/claims?preview=yes&client=console&session=two_factors&scopes=openid&account=" + id);
        assertThat(claims.status()).as(claims.body()).isEqualTo(200);
        assertThat(claims.body()).contains("urn:ostiary:acr:two-factor");

        changed(pages, "/admin/client/requests?client=console", "/admin/client/watch", "client=console&hours=1");
        assertThat(pages.get("/admin/client/requests?client=console").body()).contains("They are kept until");
        changed(pages, "/admin/client/requests?client=console", "/admin/client/watch", "client=console&hours=0");
        assertThat(pages.get("/admin/client/requests?client=console").body()).contains("They are not kept");

        signedIn("una", 403);
        String factors = "/admin/account/second-factors?account=" + id;
        assertThat(pages.get(factors).body()).contains("app with codes");
        changed(pages, factors, "/admin/account/reset-second-factors", "account=" + id);
        assertThat(list("/accounts/" + id + "/second-factors", "factors")).isEmpty();

        Object job = over(console.post(
                        admin, "/revocations", "{\"target\":\"account\",\"id\":\"" + id + "\",\"as_job\":true}"))
                .get("id");
        assertThat(pages.get("/admin/jobs").body()).contains("/admin/job?job=" + job);
        Answer shown = pages.get("/admin/job?job=" + job);
        assertThat(shown.body()).contains("account " + id, "<progress").doesNotContain("job-cancel");
        Parameters late = Parameters.none()
                .with("form-token", ConsolePages.formToken(pages.get("/admin/export")))
                .with("job", String.valueOf(job));
        assertThat(pages.post("/admin/job/cancel", late).status()).isEqualTo(409);

        Parameters without = Parameters.none().with("form-token", ConsolePages.formToken(pages.get("/admin/export")));
        Answer file = pages.post("/admin/export/file", without);
        assertThat(file.header("Content-Disposition").orElse("")).contains("ostiary-export.json");
        assertThat(file.json()).containsEntry("secrets", false);
        assertThat(pages.post("/admin/export/file", without).status()).isEqualTo(403);
    }

    /** Sends what the form of a page would, and sees that it was done. */
    private static void changed(ConsolePages pages, String page, String path, String sent) {
        changed(pages, page, path, Parameters.decode(sent));
    }

    private static void changed(ConsolePages pages, String page, String path, Parameters sent) {
        Answer done = sent(pages, page, path, sent);
        assertThat(done.status()).as(path + done.body()).isEqualTo(303);
        assertThat(pages.browser().get(done.location()).hasElement("admin-done"))
                .as(path)
                .isTrue();
    }

    /** Sends what the form of a page would. */
    private static Answer sent(ConsolePages pages, String page, String path, Parameters sent) {
        return pages.post(path, sent.with("form-token", ConsolePages.formToken(pages.get(page))));
    }

    @Test
    @DisplayName("RFC 6750 3, RFC 9470 3: a refusal says which token would be right")
    void saysWhichTokenWouldBeRight() {
        assertThat(challenge(null)).isEqualTo("Bearer realm=\"administration\"");
        assertThat(challenge("nonsense")).contains("error=\"invalid_token\"");
        String weak = console.token(Console.WEAK, "olga", "openid " + ADMIN, console.audience());
        assertThat(challenge(weak))
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"urn:ostiary:acr:two-factor\"");
        Answer small = console.get(console.token(Console.WEAK, "olga", "openid", console.audience()), "/me");
        assertThat(small.status()).isEqualTo(403);
        assertThat(small.header("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"", "scope=\"ostiary:audit ostiary:admin\"");
    }

    private static String challenge(@Nullable String token) {
        Answer answer = console.ask("GET", token, "/me", null);
        assertThat(answer.status()).isEqualTo(401);
        return answer.header("WWW-Authenticate").orElseThrow();
    }

    @Test
    @DisplayName("G14, W12, W14, L11: what is sent is taken by the letter, and nothing else changes anything")
    void takesEverythingByTheLetter() {
        String id = account("victor");
        for (String body : List.of(
                "{\"groups\":[\"people\"],\"id\":\"x\"}",
                "{\"groups\":null}",
                "{\"groups\":\"people\"}",
                "{\"groups\":[1]}",
                "{\"groups\":[\"a\\u0000b\"]}",
                "{\"groups\":[\"a\"],\"groups\":[\"b\"]}",
                "[".repeat(5000),
                "{\"groups\":1e1000000000}",
                "",
                "null")) {
            Answer answer = console.ask("PUT", admin, "/accounts/" + id + "/groups", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
        }
        for (String path : List.of(
                "/accounts?limit=0",
                "/accounts?limit=201",
                "/accounts?limit=x",
                "/accounts?after=x&after=y",
                "/accounts?nothing=1",
                "/audit-records?after=1.x",
                "/audit-records?from=yesterday",
                "/logout-deliveries?state=lost")) {
            assertThat(console.get(admin, path).status()).as(path).isEqualTo(400);
        }
        Answer wrongMethod = console.get(admin, "/accounts/" + id + "/disable");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).contains("POST");
        assertThat(console.ask("OPTIONS", null, "/accounts", null).status()).isEqualTo(401);
        assertThat(console.get(admin, "/accounts/").status()).isEqualTo(404);
        assertThat(console.get(admin, "/nothing").status()).isEqualTo(404);
        assertThat(account(id, "groups")).isEqualTo(List.of("people"));
        Answer fromFile = console.ask("PUT", admin, "/accounts/" + id + "/groups", "{\"groups\":[\"other\"]}");
        assertThat(fromFile.status()).isEqualTo(409);
        assertThat(fromFile.json()).containsEntry("rule", "account-kept-here");
    }

    @Test
    @DisplayName("C23, S18: a disabled account loses its sessions and tokens at once, and auditors read who did it")
    void disablesAnAccount() {
        String id = account("victor");
        RelyingParty party = new RelyingParty(server, Console.WEAK);
        Journey journey = new Journey(server);
        Tokens tokens = party.tokensFor(
                journey, Console.person("victor"), party.validRequest().with("scope", "openid"));
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(200);
        assertThat(list("/accounts/" + id + "/sessions", "sessions")).hasSize(1);
        assertThat(list("/accounts/" + id + "/grants", "grants")).hasSize(1);

        Answer disabled = console.ask("POST", admin, "/accounts/" + id + "/disable", null);
        assertThat(disabled.json()).containsEntry("disabled", true).containsEntry("locked", true);
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(401);
        assertThat(party.refresh(tokens.member("refresh_token")).send().error()).isEqualTo("invalid_grant");
        assertThat(list("/accounts/" + id + "/sessions", "sessions")).isEmpty();
        assertThat(Journey.isLogin(journey.open(party.validRequest()))).isTrue();

        assertThat(console.ask("POST", admin, "/accounts/" + id + "/enable", null)
                        .json())
                .containsEntry("disabled", false);
        assertThat(console.ask("POST", admin, "/accounts/" + id + "/unlock", null)
                        .json())
                .containsEntry("unlocked", false);
        Map<String, Object> noted = list("/audit-records?event=admin_disable_account&account=" + id, "records")
                .get(0);
        assertThat(noted.get("actor")).isEqualTo("account:" + account("ada"));
        assertThat(list("/audit-records?event=admin_list_sessions&account=" + id, "records"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("A ban for wrong passwords is seen at its account, by program and on its page, and ended there")
    void endsABan() {
        String id = account("victor");
        assertThat(account(id, "banned_until")).isNull();
        Journey stranger = new Journey(server);
        RelyingParty party = new RelyingParty(server, Console.WEAK);
        for (int guess = 0; guess < MOST_GUESSES; guess++) {
            stranger.logIn(stranger.open(party.validRequest()), "victor", "wrong " + guess);
        }
        String until = String.valueOf(account(id, "banned_until"));
        assertThat(Instant.parse(until)).isBetween(Instant.now(), Instant.now().plusSeconds(300));

        ConsolePages pages = signedIn("ada", 200);
        Answer banned = pages.get("/admin/account?account=" + id);
        assertThat(banned.hasElement("account-banned")).isTrue();
        assertThat(banned.hasElement("account-unlock")).isTrue();
        assertThat(console.ask("POST", admin, "/accounts/" + id + "/unlock", null)
                        .json())
                .containsEntry("unlocked", true);
        assertThat(account(id, "banned_until")).isNull();
        Answer free = pages.get("/admin/account?account=" + id);
        assertThat(free.hasElement("account-banned")).isFalse();
        assertThat(free.hasElement("account-unlock")).isFalse();
    }

    @Test
    @DisplayName("Keys, refusals and configuration are read, and no secret is among them")
    void tellsAboutTheProvider() {
        List<Map<String, Object>> keys = list("/keys", "keys");
        assertThat(keys).extracting(key -> key.get("state")).contains("active");
        String kid = String.valueOf(keys.get(0).get("kid"));
        Map<String, Object> warned = console.post(admin, "/keys/" + kid + "/revoke", "{\"dry_run\":true}")
                .json();
        assertThat(warned).containsEntry("revoked", false);
        assertThat(String.valueOf(warned.get("consequence"))).contains("refuse");
        Map<String, Object> rotated =
                console.post(admin, "/keys/rotate", "{\"algorithm\":\"ES384\"}").json();
        assertThat(rotated).containsKeys("signs_from", "consequence");
        assertThat(list("/keys", "keys")).hasSize(keys.size() + 1);

        Answer refused = console.ask("POST", admin, "/keys/rotate", "{\"algorithm\":\"HS256\"}");
        assertThat(refused.status()).isEqualTo(400);
        String request = refused.header("X-Request-Id").orElseThrow();
        assertThat(console.get(admin, "/refusals/" + request).json())
                .containsEntry("rule", "administration-well-formed");

        Answer configuration = console.get(admin, "/configuration");
        assertThat(configuration.body()).doesNotContain("secret-of-", "argon2id");
        List<Map<String, Object>> entries = list("/configuration", "entries");
        Map<String, Object> issuer = entries.stream()
                .filter(entry -> "oidc.issuer".equals(entry.get("key")))
                .findFirst()
                .orElseThrow();
        assertThat(issuer.get("value")).isEqualTo(server.issuer().toString());
        assertThat(issuer.get("ordinal")).isEqualTo(400L);
        assertThat(entries.stream()
                        .filter(entry -> String.valueOf(entry.get("key")).endsWith(".client-secret")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.get("value")).isNull());
    }

    @Test
    @DisplayName(
            "A client is registered, gets another secret and is deleted while the server runs; each step is audited")
    void registersAClient() {
        String order = "{\"client_id\":\"shop\",\"options\":{\"grant-types\":[\"client_credentials\"],"
                + "\"scopes\":[\"ostiary:audit\"],\"require-pkce\":true}}";
        String first =
                String.valueOf(console.post(admin, "/clients", order).json().get("secret"));
        assertThat(ownToken(first).status()).isEqualTo(200);
        assertThat(console.get(admin, "/clients/shop").body()).doesNotContain(first);
        Map<String, Object> second = console.post(
                        admin, "/clients/shop/secrets", "{\"former_not_after\":\"2020-01-01T00:00:00Z\"}")
                .json();
        assertThat(ownToken(first).status()).isEqualTo(401);
        assertThat(ownToken(String.valueOf(second.get("secret"))).status()).isEqualTo(200);

        String bad = "{\"options\":{\"redirect-uris\":[\"*\"]}}";
        assertThat(console.ask("PUT", admin, "/clients/shop", bad).status()).isEqualTo(428);
        assertThat(console.change("PUT", admin, "/clients/shop", bad, "\"other\"")
                        .status())
                .isEqualTo(412);
        String seen = console.get(admin, "/clients/shop").header("ETag").orElseThrow();
        Answer wrong = console.change("PUT", admin, "/clients/shop", bad, seen);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat((List<?>) wrong.json().get("mistakes")).isNotEmpty();
        Answer configured = console.ask("DELETE", admin, "/clients/" + Console.WEAK.id(), null);
        assertThat(configured.status()).isEqualTo(409);
        assertThat(configured.json()).containsEntry("rule", "client-registered-here");
        assertThat(console.get(admin, "/clients/" + Console.WEAK.id()).json()).containsEntry("source", "configuration");

        assertThat(console.ask("POST", admin, "/clients/shop/disable", null).json())
                .containsEntry("enabled", false);
        assertThat(ownToken(String.valueOf(second.get("secret"))).status()).isEqualTo(401);
        assertThat(console.ask("POST", admin, "/clients/shop/enable", null).json())
                .containsEntry("enabled", true);
        assertThat(console.get(admin, "/clients/shop/lint").json()).containsKeys("grade", "findings");
        assertThat(console.change("DELETE", admin, "/clients/shop", null, seen).status())
                .as("what was seen before it was stopped")
                .isEqualTo(412);
        String now = console.get(admin, "/clients/shop").header("ETag").orElseThrow();
        assertThat(console.change("DELETE", admin, "/clients/shop", null, now).status())
                .isEqualTo(200);
        assertThat(ownToken(String.valueOf(second.get("secret"))).status()).isEqualTo(401);
        assertThat(list("/audit-records?client=shop", "records"))
                .extracting(record -> record.get("event"))
                .contains("admin_create_client", "admin_add_secret", "admin_show_client", "admin_delete_client");
    }

    @Test
    @DisplayName(
            "S06, S36: a policy and a scope are defined, judged, changed with what that ends, and deleted while the server runs")
    void definesWhileTheServerRuns() {
        String policy = "{\"kind\":\"policy\",\"name\":\"%s\",\"options\":{\"default-policy\":\"%s\","
                + "\"rules[0].policy\":\"one_factor\",\"rules[0].subject\":[\"group:people\"]}}";
        Answer wrong = console.ask("POST", admin, "/definitions", policy.formatted("till", "maybe"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(String.valueOf(wrong.json().get("mistakes")))
                .contains("must be one of: one_factor, two_factor, deny");
        console.post(admin, "/definitions", policy.formatted("till", "deny"));
        Answer same = console.ask("POST", admin, "/definitions", policy.formatted("till", "deny"));
        assertThat(same.json()).containsEntry("rule", "definition-name-new");
        console.post(
                admin,
                "/definitions",
                "{\"kind\":\"scope\",\"name\":\"till:open\",\"options\":{\"claims\":\"drawer\"}}");
        assertThat(new UserAgent()
                        .get(server.endpoint("/.well-known/openid-configuration"))
                        .body())
                .contains("\"till:open\"", "\"drawer\"");
        TestClient till = new TestClient("till", null, "none", Console.WEAK.redirectUris(), Map.of());
        console.post(
                admin,
                "/clients",
                "{\"client_id\":\"till\",\"options\":{\"public\":true,\"redirect-uris\":[\"" + till.redirectUri()
                        + "\"],\"consent-mode\":\"implicit\",\"scopes\":[\"openid\",\"till:open\"],"
                        + "\"authorization-policy\":\"till\"}}");
        RelyingParty party = new RelyingParty(server, till);
        AuthorizationRequest request = party.validRequest().with("scope", "openid till:open");
        Tokens tokens = party.tokensFor(new Journey(server), Console.person("nora"), request);
        assertThat(tokens.member("scope")).isEqualTo("openid till:open");
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(200);

        String at = "/definitions/policy/till";
        Answer seen = console.get(admin, at);
        assertThat(seen.json()).containsEntry("source", "administration").containsEntry("clients", List.of("till"));
        String tag = seen.header("ETag").orElseThrow();
        String closed = "{\"options\":{\"default-policy\":\"deny\"},\"dry_run\":%s}";
        assertThat(console.change("PUT", admin, at, closed.formatted(true), tag).json())
                .containsEntry("grants", 1L)
                .containsEntry("dry_run", true);
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(200);
        assertThat(console.change("PUT", admin, at, closed.formatted(false), tag)
                        .json())
                .containsEntry("grants", 1L);
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(401);
        Answer late = console.change("PUT", admin, at, closed.formatted(false), tag);
        assertThat(late.status()).isEqualTo(412);

        Answer used = console.change("DELETE", admin, at, null, "*");
        assertThat(used.json()).containsEntry("rule", "definition-unused").containsEntry("mistakes", List.of("till"));
        assertThat(console.change("DELETE", admin, "/clients/till", null, "*").status())
                .isEqualTo(200);
        for (String each : List.of(at, "/definitions/scope/till:open")) {
            assertThat(console.change("DELETE", admin, each, null, "*").status())
                    .as(each)
                    .isEqualTo(200);
            assertThat(console.get(admin, each).status()).isEqualTo(404);
        }
        assertThat(list("/audit-records?event=admin_change_definition", "records"))
                .extracting(record -> String.valueOf(record.get("reason")))
                .anySatisfy(reason -> assertThat(reason).startsWith("policy till: rules[0].policy removed"));
    }

    @Test
    @DisplayName(
            "S18: the same by pages: what is wrong is said and kept, secrets are shown once, who is slower learns of it")
    void registersAClientByPages() {
        ConsolePages pages = signedIn("ada", 200);
        Parameters wrong = Parameters.decode("client=stall&public=maybe&grant-types.client_credentials=yes"
                + "&scopes.ostiary%3Aaudit=yes&others=nonsense+%3D+1");
        Answer again = sent(pages, "/admin/client/form", "/admin/client/create", wrong);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body())
                .contains("id=\"public-wrong\"", "id=\"others-wrong\"", "nonsense = 1", "value=\"stall\"")
                .containsPattern("id=\"grant-types-client-credentials\"[^>]+checked")
                .doesNotContain("admin-done");
        String keys = "keys-of-20-kB ".repeat(1_500).strip();
        Answer typed = sent(
                pages,
                "/admin/client/form",
                "/admin/client/create",
                wrong.with("others", "nonsense = 1\njwks = " + keys));
        assertThat(typed.status()).isEqualTo(400);
        assertThat(typed.body()).as("what was typed is kept").contains(keys, "nonsense = 1");
        Parameters right =
                wrong.without("public").with("others", "lifespan =").with("client-name", "The <stall>, & more");
        assertThat(sent(pages, "/admin/client/form", "/admin/client/create", right)
                        .body())
                .contains("is not a line like option = value", "The &lt;stall&gt;, &amp; more");
        Answer made = sent(pages, "/admin/client/form", "/admin/client/create", right.without("others"));
        String first = ConsolePages.secret(made);
        assertThat(ownToken("stall", first).status()).isEqualTo(200);
        assertThat(pages.get("/admin/client?client=stall").body())
                .doesNotContain(first)
                .contains("The &lt;stall&gt;, &amp; more");
        assertThat(sent(pages, "/admin/client/form", "/admin/client/create", right.without("others"))
                        .body())
                .contains("none is ever given again");

        String form = "/admin/client/form?client=stall";
        Parameters change = Parameters.decode("client=stall&grant-types.client_credentials=yes&seen="
                        + ConsolePages.seen(pages.get(form)) + "&others=audience+%3D+https%3A%2F%2Fapi.test")
                .with("client-name", "Another name");
        changed(pages, form, "/admin/client/change", change.with("scopes.ostiary:audit", "yes"));
        Answer late = sent(pages, form, "/admin/client/change", change);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("scopes = ostiary:audit", "Another name");
        changed(
                pages,
                form,
                "/admin/client/change",
                change.with("seen", ConsolePages.seen(late)).with("scopes.ostiary:audit", "yes"));

        Answer more = sent(pages, form, "/admin/client/add-secret", Parameters.decode("client=stall&hours=0"));
        assertThat(ownToken("stall", first).status()).isEqualTo(401);
        assertThat(ownToken("stall", ConsolePages.secret(more)).status()).isEqualTo(200);
        String id = String.valueOf(((Map<?, ?>) ((List<?>) Objects.requireNonNull(
                                console.get(admin, "/clients/stall").json().get("secrets")))
                        .get(0))
                .get("id"));
        changed(pages, form, "/admin/client/disable", Parameters.decode("client=stall"));
        changed(pages, form, "/admin/client/enable", Parameters.decode("client=stall"));
        changed(pages, form, "/admin/client/delete-secret", Parameters.decode("client=stall&secret=" + id));

        Answer configured = pages.get("/admin/client?client=console");
        assertThat(configured.body()).contains("client-configured").doesNotContain("client-edit");
        assertThat(pages.get("/admin/client/form?client=console").status()).isEqualTo(409);
        Answer question = pages.get("/admin/client/deletion?client=stall");
        assertThat(question.body()).contains("deletion-grants");
        Parameters delete = Parameters.decode("client=stall").with("seen", ConsolePages.seen(question));
        changed(pages, form, "/admin/client/delete", delete);
        assertThat(pages.get("/admin/client?client=stall").status()).isEqualTo(404);
        assertThat(list("/audit-records?client=stall", "records"))
                .extracting(record -> record.get("event"))
                .contains(
                        "admin_create_client",
                        "admin_change_client",
                        "admin_add_secret",
                        "admin_delete_secret",
                        "admin_preview_delete_client",
                        "admin_delete_client");
        assertThat(list("/audit-records?client=stall", "records").toString()).doesNotContain(first);
    }

    @Test
    @DisplayName(
            "S36: a policy is defined, counted, changed and deleted by pages; those of the configuration are only shown")
    void definesByPages() {
        ConsolePages pages = signedIn("ada", 200);
        String form = "/admin/definition/form?kind=policy";
        Parameters wrong = Parameters.decode("kind=policy&name=stand&default-policy=deny")
                .with("others", "rules[0].policy = one_factor\nrules[0].subject = everybody");
        Answer again = sent(pages, form, "/admin/definition/create", wrong);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("id=\"others-wrong\"", "must be a list of user:", "value=\"stand\"");
        assertThat(sent(pages, form, "/admin/definition/create", wrong.with("name", "a b"))
                        .body())
                .contains("id=\"name-wrong\"");
        Parameters right = wrong.with("others", "rules[0].policy = one_factor\nrules[0].subject = group:people");
        changed(pages, form, "/admin/definition/create", right);
        assertThat(pages.get("/admin/definitions").body()).contains("kind=policy&amp;name=stand");
        Answer edit = pages.get(form + "&name=stand");
        assertThat(edit.body()).contains("rules[0].subject = group:people");
        Parameters change =
                Parameters.decode("kind=policy&name=stand&default-policy=deny&seen=" + ConsolePages.seen(edit));
        Answer counted = sent(pages, form, "/admin/definition/preview", change);
        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        assertThat(counted.body()).contains("id=\"definition-lost\">0<", "definition-change");
        assertThat(console.get(admin, "/definitions/policy/stand").body()).contains("group:people");
        changed(pages, form, "/admin/definition/change", change);
        assertThat(sent(pages, form, "/admin/definition/change", change).status())
                .isEqualTo(412);
        Answer shown = pages.get("/admin/definition?kind=policy&name=stand");
        assertThat(shown.body())
                .contains("definition-unused", "definition-delete")
                .doesNotContain("group:people");
        assertThat(signedIn("otto", 200)
                        .get("/admin/definition?kind=policy&name=stand")
                        .body())
                .doesNotContain("definition-delete", "definition-edit");
        changed(
                pages,
                form,
                "/admin/definition/delete",
                Parameters.decode("kind=policy&name=stand&seen=" + ConsolePages.seen(shown)));
        assertThat(pages.get("/admin/definition?kind=policy&name=stand").status())
                .isEqualTo(404);
        Parameters scope = Parameters.decode("kind=scope&name=stand:open&claims=drawer%0D%0Ashelf");
        changed(pages, "/admin/definition/form?kind=scope", "/admin/definition/create", scope);
        assertThat(console.get(admin, "/definitions/scope/stand:open").body()).contains("\"drawer,shelf\"");
        assertThat(pages.get("/admin/definition/form?kind=claims_policy").body())
                .contains("id-token-audience-mode", "experimental-merged");
    }

    @Test
    @DisplayName(
            "S18: what an application was refused for is registered with one click, if it may be; an auditor has no button")
    void mendsARefusal() {
        ConsolePages pages = signedIn("ada", 200);
        String order =
                "{\"client_id\":\"booth\",\"options\":{\"public\":true,\"redirect-uris\":[\"https://booth.test/cb\"]}}";
        assertThat(console.post(admin, "/clients", order).status()).isEqualTo(200);
        String request = refused("booth", "https://booth.test/other");
        Map<String, Object> fix =
                console.get(admin, "/refusals/" + request + "/fix").json();
        assertThat(fix).containsEntry("kind", "change").containsKey("lint");
        Answer page = pages.get("/admin/refusals?request=" + request);
        assertThat(page.body())
                .contains("https://booth.test/cb,https://booth.test/other", "fix-grade", "fix-apply")
                .doesNotContain("fix-reasons");
        assertThat(signedIn("otto", 200)
                        .get("/admin/refusals?request=" + request)
                        .body())
                .contains("fix-after")
                .doesNotContain("fix-apply");
        Parameters form = Parameters.none().with("request", request).with("seen", ConsolePages.seen(page));
        changed(pages, "/admin/refusals?request=" + request, "/admin/refusals/fix", form);
        assertThat(sent(
                                pages,
                                "/admin/refusals?request=" + refused("booth", "https://booth.test/a"),
                                "/admin/refusals/fix",
                                form)
                        .status())
                .isEqualTo(409);
        assertThat(console.get(admin, "/clients/booth").body())
                .contains("https://booth.test/cb,https://booth.test/other");
        assertThat(list("/audit-records?event=admin_apply_fix&client=booth", "records"))
                .hasSize(1);
        assertThat(pages.get("/admin/refusals?request=" + request).body()).contains("is registered by now");

        String stranger = refused("booth", "https://evil.test/cb");
        assertThat(pages.get("/admin/refusals?request=" + stranger).body())
                .contains("fix-reasons", "https://evil.test")
                .doesNotContain("fix-apply");
        String plain = refused("booth", "http://booth.test/cb");
        assertThat(pages.get("/admin/refusals?request=" + plain).body())
                .contains("fix-reasons")
                .doesNotContain("fix-apply");
        String configured = refused(Console.WEAK.id(), "https://weak.test/cb");
        assertThat(pages.get("/admin/refusals?request=" + configured).body())
                .contains("oidc.client.weak-console.redirect-uris=")
                .doesNotContain("fix-apply");
        assertThat(console.ask("POST", admin, "/refusals/" + plain + "/fix", null)
                        .status())
                .isEqualTo(409);
    }

    /** Asks with a redirect URI that is not registered; answers the request's id. */
    private static String refused(String client, String redirectUri) {
        Parameters query = Parameters.none()
                .with("client_id", client)
                .with("response_type", "code")
                .with("scope", "openid")
                .with("redirect_uri", redirectUri);
        Answer answer = new UserAgent().get(server.endpoint("/api/oidc/authorization?" + query.encoded()));
        assertThat(answer.status()).isEqualTo(400);
        return answer.header("X-Request-Id").orElseThrow();
    }

    @Test
    @DisplayName("Part 12: what goes out comes in again, first as a difference; a second time nothing changes")
    void exportsAndImports() {
        String order = "{\"client_id\":\"exported\",\"options\":{\"grant-types\":[\"client_credentials\"],"
                + "\"scopes\":[\"ostiary:audit\"]}}";
        String secret =
                String.valueOf(console.post(admin, "/clients", order).json().get("secret"));
        Answer plain = console.get(admin, "/export");
        assertThat(plain.json()).containsEntry("format", "ostiary-export/1").containsEntry("secrets", false);
        assertThat(plain.body())
                .contains("\"client_id\":\"exported\"", "\"username\":\"ada\"")
                .doesNotContain(secret, "hmac:", "argon2id");
        Answer export = console.get(admin, "/export?include_secrets=true");
        assertThat(export.body()).contains("hmac:").doesNotContain(secret);
        assertThat(list("/audit-records?event=admin_export", "records"))
                .extracting(record -> record.get("reason"))
                .contains("with digests of secrets and passwords");

        assertThat(imported(export.body(), true)).isEmpty();
        String other = export.body().replace("\"exported\"", "\"brought-in\"");
        assertThat(imported(other, true))
                .extracting(line -> line.get("outcome"))
                .containsExactly("added");
        assertThat(console.get(admin, "/clients/brought-in").status()).isEqualTo(404);
        assertThat(imported(other, false)).extracting(line -> line.get("name")).containsExactly("brought-in");
        assertThat(imported(other, false)).isEmpty();
        assertThat(console.get(admin, "/clients/brought-in").json()).containsEntry("source", "administration");

        assertThat(console.ask("POST", admin, "/import?dry_run=maybe", export.body())
                        .status())
                .isEqualTo(400);
        assertThat(console.ask("POST", admin, "/import", "{\"format\":\"ostiary-export/1\"}")
                        .status())
                .isEqualTo(400);
        String foreign = export.body().replace("ostiary-export/1", "ostiary-export/2");
        assertThat(console.ask("POST", admin, "/import", foreign).json())
                .containsEntry("rule", "administration-well-formed");
    }

    @Test
    @DisplayName(
            "Part 12: by page, what is revoked is counted and what is brought in is compared, before a job does it")
    void ordersJobsByPages() throws InterruptedException {
        ConsolePages pages = signedIn("ada", 200);
        String id = account("nora");
        signedIn("nora", 403);
        String preview = "/admin/revocation?preview=yes&target=account&id=" + id;
        assertThat(signedIn("otto", 200).get(preview).body())
                .containsPattern("id=\"revocation-sessions\">[1-9]")
                .doesNotContain("revocation-order");
        assertThat(pages.get(preview).body()).contains("revocation-order");
        assertThat(pages.get("/admin/revocation?preview=yes&target=grant&id=x").status())
                .isEqualTo(400);
        Parameters order = Parameters.decode("target=account&id=" + id);
        assertThat(overByPage(sent(pages, preview, "/admin/revocation/order", order))
                        .get("state"))
                .isEqualTo("done");
        assertThat(list("/accounts/" + id + "/sessions", "sessions")).isEmpty();

        Map<String, Object> walk =
                overByPage(sent(pages, "/admin/audit/chain", "/admin/audit/chain/walk", Parameters.none()));
        assertThat(walk).containsEntry("kind", "walk_trail").containsEntry("state", "done");
        assertThat(String.valueOf(walk.get("outcome"))).endsWith("findings 0");

        Answer keys = pages.get("/admin/keys");
        assertThat(keys.body()).contains("seal-anew");
        Map<String, Object> sealed = overByPage(sent(pages, "/admin/keys", "/admin/keys/seal-anew", Parameters.none()));
        assertThat(sealed).containsEntry("kind", "seal_anew").containsEntry("state", "done");
        assertThat(String.valueOf(sealed.get("outcome")))
                .contains("sealed anew 0")
                .endsWith("not opened 0");
        Map<String, Object> master = console.get(admin, "/master-key").json();
        assertThat(sealed).containsEntry("subject", master.get("own"));
        assertThat(master.get("other")).isNotNull().isNotEqualTo(master.get("own"));
        assertThat(list("/jobs", "jobs"))
                .as("the start found another master key beside its own")
                .anySatisfy(job ->
                        assertThat(job).containsEntry("kind", "seal_anew").containsEntry("ordered_by", "server"));

        String made =
                "{\"client_id\":\"model\",\"options\":{\"public\":true,\"redirect-uris\":[\"https://model.test/cb\"]}}";
        assertThat(console.post(admin, "/clients", made).status()).isEqualTo(200);
        String document =
                console.get(admin, "/export").body().replace("\"client_id\":\"model\"", "\"client_id\":\"copied\"");
        Answer broken = uploaded(pages, "/admin/import/preview", "document", "text", "<not> JSON");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body()).contains("import-wrong", "&lt;not&gt; JSON");
        Answer compared = uploaded(pages, "/admin/import/preview", "document", "text", document);
        assertThat(compared.status()).as(compared.body()).isEqualTo(200);
        assertThat(compared.body()).contains("client copied", "added", "import-order");
        assertThat(console.get(admin, "/clients/copied").status()).isEqualTo(404);
        assertThat(overByPage(uploaded(pages, "/admin/import/order", "document", "file", document))
                        .get("state"))
                .isEqualTo("done");
        assertThat(console.get(admin, "/clients/copied").json()).containsEntry("source", "administration");
        assertThat(uploaded(pages, "/admin/import/preview", "document", "file", document)
                        .body())
                .contains("import-nothing")
                .doesNotContain("import-order");
        assertThat(uploaded(pages, "/admin/import/preview", "subjects", "text", "identifiers: nonsense")
                        .status())
                .isEqualTo(400);
        assertThat(list("/audit-records?event=admin_import", "records")).isNotEmpty();
        assertThat(list("/audit-records?event=admin_preview_import", "records")).isNotEmpty();

        String authelia = "session: {cookies: [{authelia_url: 'https://auth.example.com'}]}\n"
                + "identity_providers: {oidc: {odd: 1, clients: [{client_id: from.authelia, public: true,"
                + " redirect_uris: ['https://wiki.test/cb']}]}}\n";
        String asked = "{\"dry_run\":true,\"configuration\":\"" + authelia.replace("\n", "\\n") + "\"}";
        assertThat(console.post(admin, "/authelia-imports", asked).body())
                .contains("\"from.authelia\"", "identity_providers.oidc.odd");
        assertThat(uploaded(pages, "/admin/import/preview", "authelia", "text", authelia)
                        .body())
                .contains("client from.authelia", "identity_providers.oidc.odd", "import-order");
        Map<String, Object> registered =
                overByPage(uploaded(pages, "/admin/import/order", "authelia", "text", authelia));
        assertThat(registered).containsEntry("kind", "import_authelia").containsEntry("state", "done");
        assertThat(console.get(admin, "/clients/from.authelia").status()).isEqualTo(200);
        assertThat(console.get(admin, "/jobs/" + registered.get("id") + "/errors")
                        .body())
                .contains("identity_providers.oidc.odd");
    }

    /** Sends the form with a file, or with the text of one. */
    private static Answer uploaded(ConsolePages pages, String path, String kind, String field, String text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("form-token", ConsolePages.formToken(pages.get("/admin/import")));
        form.put("kind", kind);
        form.put(field, text);
        return pages.upload(path, form);
    }

    /** How the job ended that a form ordered. */
    private static Map<String, Object> overByPage(Answer ordered) throws InterruptedException {
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(303);
        String job = Parameters.decode(ordered.location().getQuery()).require("job");
        return over(job);
    }

    private static List<Map<String, Object>> imported(String document, boolean dryRun) {
        Map<String, Object> result =
                console.post(admin, "/import?dry_run=" + dryRun, document).json();
        assertThat(result).containsEntry("dry_run", dryRun);
        return ((List<?>) Objects.requireNonNull(result.get("lines")))
                .stream().map(line -> members(Map.of("line", line), "line")).toList();
    }

    @Test
    @DisplayName("Part 12: applications know people by the identifiers that they had in Authelia")
    void importsSubjects() {
        StringBuilder file = new StringBuilder("identifiers:\n");
        for (int number = 0; number < 1500; number++) {
            file.append("  - {service: openid, sector_id: '', username: 'person%d',".formatted(number))
                    .append(" identifier: '00000000-0000-4000-8000-%012d'}\n".formatted(number));
        }
        file.append("  - {service: openid, sector_id: '', username: nora,")
                .append(" identifier: '11111111-1111-4111-8111-111111111111'}\n");
        String order = "{\"identifiers\":\"" + file.toString().replace("\n", "\\n") + "\"";
        assertThat(order.length()).isGreaterThan(64 * 1024);
        assertThat(console.post(admin, "/subject-imports", order + ",\"dry_run\":true}")
                        .json())
                .containsEntry("bound", 1L)
                .containsEntry("waiting", 1500L);
        assertThat(console.post(admin, "/subject-imports", order + "}").json()).containsEntry("bound", 1L);
        assertThat(console.post(admin, "/subject-imports", order + "}").json()).containsEntry("unchanged", 1501L);
        RelyingParty party = new RelyingParty(server, Console.WEAK);
        Tokens tokens = party.tokensFor(
                new Journey(server),
                Console.person("nora"),
                party.validRequest().with("scope", "openid"));
        assertThat(party.userinfo(tokens.accessToken()).json())
                .containsEntry("sub", "11111111-1111-4111-8111-111111111111");
        assertThat(console.get(admin, "/export").body()).contains("\"username\":\"person1499\"");

        Answer wrong = console.ask("POST", admin, "/subject-imports", "{\"identifiers\":\"users: {}\"}");
        assertThat(wrong.json()).containsEntry("rule", "subject-identifiers-file");
        String much = "{\"identifiers\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";
        assertThat(console.ask("POST", admin, "/subject-imports", much).status())
                .isEqualTo(413);
        assertThat(console.ask("POST", admin, "/clients", "{\"client_id\":\"" + "x".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    private static Answer ownToken(String secret) {
        return ownToken("shop", secret);
    }

    private static Answer ownToken(String client, String secret) {
        Parameters form = Parameters.none().with("grant_type", "client_credentials");
        return TokenRequest.of(server, form).withBasic(client, secret).send();
    }

    @Test
    @DisplayName("S18: the trail is verified, exported as a file and counted, and clients are graded")
    void readsTheTrail() {
        Map<String, Object> verified =
                console.get(admin, "/audit-trail/verification").json();
        assertThat(verified).containsEntry("whole", true);
        Map<String, Object> end = members(verified, "end");
        String kept = end.get("position") + ":" + end.get("seal");
        if (!"0".equals(String.valueOf(end.get("position")))) {
            assertThat(console.get(admin, "/audit-trail/verification?end=" + kept)
                            .json())
                    .containsEntry("whole", true);
        }
        Answer lines = console.get(admin, "/audit-trail/export");
        assertThat(lines.header("Content-Type").orElse("")).startsWith("application/jsonl");
        Answer sheet = console.get(admin, "/audit-trail/export?format=csv");
        assertThat(sheet.header("Content-Disposition")).contains("attachment; filename=\"audit-trail.csv\"");
        assertThat(sheet.body()).startsWith("position,id,at,event");
        assertThat(console.get(admin, "/audit-trail/export?format=xml").status())
                .isEqualTo(400);
        assertThat(list("/audit-trail/statistics?days=2", "days")).hasSize(2);
        assertThat(list("/lint", "clients"))
                .extracting(each -> each.get("client_id"))
                .contains(Console.WEAK.id());
        String me = String.valueOf(console.get(admin, "/me").json().get("actor"));
        assertThat(list("/audit-records?limit=5&actor=" + me, "records"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.get("actor")).isEqualTo(me));
    }

    @Test
    @DisplayName(
            "S18: a dry run says what then happens, a preview what is told, and a watched client's requests are shown")
    void tellsWhatWouldHappen() throws InterruptedException {
        RelyingParty party = new RelyingParty(server, Console.WEAK);
        String until = Instant.now()
                .plus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String requests = "/clients/" + Console.WEAK.id() + "/recent-requests";
        assertThat(console.post(admin, requests + "/watch", "{\"until\":\"" + until + "\"}")
                        .status())
                .isEqualTo(200);
        AuthorizationRequest silent = party.validRequest().with("prompt", "none");
        Map<String, Object> predicted = dryRun(silent, "\"session\":\"none\"");
        assertThat(predicted).containsEntry("outcome", "refuse");
        Answer refused = new Journey(server).open(silent);
        assertThat(refused.header("Location").orElse(""))
                .contains("error=" + members(predicted, "refusal").get("error"));
        Map<String, Object> asked =
                dryRun(party.validRequest(), "\"session\":\"one_factor\",\"account\":\"" + account("una") + "\"");
        assertThat(asked.get("outcome")).isIn("ask", "answer");
        assertThat((List<?>) asked.get("rules")).hasSizeGreaterThan(25);
        assertThat(dryRun(party.validRequest().with("redirect_uri", "https://evil.test/"), "\"session\":\"none\""))
                .extractingByKey("refusal", InstanceOfAssertFactories.MAP)
                .containsEntry("rule", "redirect-uri-registered")
                .containsEntry("told_to_client", false);

        Map<String, Object> told = console.post(
                        admin,
                        "/claims-previews",
                        "{\"client\":\"" + Console.WEAK.id() + "\",\"account\":\"" + account("una")
                                + "\",\"scopes\":[\"openid\"],\"session\":\"one_factor\"}")
                .json();
        assertThat(members(told, "id_token"))
                .containsEntry("aud", Console.WEAK.id())
                .containsEntry("iss", server.issuer().toString());
        assertThat(members(told, "introspection")).containsEntry("active", true);

        String request = refused.header("X-Request-Id").orElseThrow();
        assertThat(recent(requests, request))
                .containsEntry("endpoint", "authorization")
                .containsEntry("rule", "session-present");
        assertThat(console.post(admin, requests + "/watch", "{\"until\":null}").status())
                .isEqualTo(200);
        assertThat(list(requests, "requests")).isEmpty();
    }

    private static Map<String, Object> dryRun(AuthorizationRequest request, String rest) {
        Answer answer = console.post(admin, "/dry-runs", "{\"request\":\"" + request.on(server) + "\"," + rest + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Asked for again until the row is written, which takes a second at most. */
    private static Map<String, Object> recent(String requests, String requestId) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            for (Map<String, Object> each : list(requests, "requests")) {
                if (requestId.equals(each.get("request_id"))) {
                    return each;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The request " + requestId + " was not kept");
    }

    @Test
    @DisplayName("S18: an administrator takes the second factor of who lost it, after reading what there is")
    void resetsSecondFactors() {
        String id = account("olga");
        Answer asked = console.post(admin, "/accounts/" + id + "/second-factors/reset", "{\"dry_run\":true}");
        assertThat(asked.json()).containsEntry("reset", false);
        assertThat(console.get(admin, "/accounts/" + id + "/second-factors").json())
                .containsKeys("factors", "recovery_codes");
        Answer own = console.post(admin, "/accounts/" + account("ada") + "/second-factors/reset", "{}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(list("/accounts/" + account("ada") + "/second-factors", "factors"))
                .hasSize(1);
    }

    @Test
    @DisplayName("Lists page by key, and what is revoked is counted first")
    void pagesAndCounts() {
        Map<String, Object> first = console.get(admin, "/accounts?limit=2").json();
        Map<String, Object> second = console.get(admin, "/accounts?limit=2&after=" + first.get("next"))
                .json();
        assertThat((List<?>) first.get("accounts")).hasSize(2);
        assertThat(second.get("accounts")).isNotEqualTo(first.get("accounts"));
        assertThat(list("/accounts?prefix=UN", "accounts"))
                .extracting(each -> each.get("username"))
                .containsExactly("una");

        RelyingParty party = new RelyingParty(server, Console.WEAK);
        Tokens tokens = party.tokensFor(
                new Journey(server),
                Console.person("olga"),
                party.validRequest().with("scope", "openid offline_access"));
        String order = "{\"target\":\"account\",\"id\":\"" + account("olga") + "\"";
        Map<String, Object> counted = console.post(admin, "/revocations", order + ",\"dry_run\":true}")
                .json();
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(200);
        Map<String, Object> revoked =
                console.post(admin, "/revocations", order + "}").json();
        assertThat(revoked.get("sessions")).isEqualTo(counted.get("sessions"));
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(401);
        assertThat(party.refresh(tokens.member("refresh_token")).send().error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(
            "Part 12: long work is a job, which tells how far it is, what went wrong, and that it cannot be stopped any more")
    void goesOnAsAJob() throws InterruptedException {
        RelyingParty party = new RelyingParty(server, Console.WEAK);
        Tokens tokens = party.tokensFor(
                new Journey(server),
                Console.person("olga"),
                party.validRequest().with("scope", "openid"));
        String order = "{\"target\":\"account\",\"id\":\"%s\",\"as_job\":true}".formatted(account("olga"));
        Map<String, Object> revoked = over(console.post(admin, "/revocations", order));
        assertThat(revoked)
                .containsEntry("state", "done")
                .containsEntry("kind", "revoke")
                .containsEntry("subject", "account " + account("olga"))
                .containsEntry("errors", 0L);
        assertThat(revoked.get("done")).isEqualTo(revoked.get("total"));
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(401);

        String document = console.get(admin, "/export")
                .body()
                .replace("\"clients\":[", "\"clients\":[{\"client_id\":\"no good\",\"options\":{},\"secrets\":[]},");
        document = document.replace(",\"secrets\":[]},]", ",\"secrets\":[]}]");
        Map<String, Object> imported = over(console.post(admin, "/import?as_job=true", document));
        assertThat(imported).containsEntry("state", "done").containsEntry("errors", 1L);
        assertThat(String.valueOf(imported.get("outcome"))).startsWith("added 0, changed 0, refused 1, unchanged ");
        Answer errors = console.get(admin, "/jobs/" + imported.get("id") + "/errors");
        assertThat(errors.header("Content-Disposition").orElse("")).contains("job-errors.jsonl");
        assertThat(errors.body().lines()).hasSize(1).first().asString().contains("\"entry\":\"client no good\"");

        assertThat(console.ask("POST", admin, "/jobs/" + imported.get("id") + "/cancel", null)
                        .json())
                .containsEntry("rule", "job-open");
        assertThat(list("/jobs", "jobs")).extracting(job -> job.get("id")).contains(imported.get("id"));
        assertThat(list("/audit-records?event=job_done", "records"))
                .extracting(record -> String.valueOf(record.get("reason")))
                .anyMatch(reason -> reason.contains("job " + imported.get("id") + ", import: done, added 0"));
    }

    /** The job that was ordered, when it is over. */
    private static Map<String, Object> over(Answer ordered) throws InterruptedException {
        return over(Objects.requireNonNull(ordered.json().get("job"), ordered.body()));
    }

    private static Map<String, Object> over(Object job) throws InterruptedException {
        Map<String, Object> seen = console.get(admin, "/jobs/" + job).json();
        for (int looks = 0; looks < 300 && seen.get("ended_at") == null; looks++) {
            Thread.sleep(100);
            seen = console.get(admin, "/jobs/" + job).json();
        }
        return seen;
    }

    private static String account(String username) {
        return String.valueOf(
                list("/accounts?prefix=" + username, "accounts").get(0).get("id"));
    }

    private static @Nullable Object account(String id, String member) {
        return console.get(admin, "/accounts/" + id).json().get(member);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String path, String member) {
        Answer answer = console.get(admin, path);
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.json().get(member), member);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<String, Object> json, String name) {
        return (Map<String, Object>) Objects.requireNonNull(json.get(name), name);
    }
}
