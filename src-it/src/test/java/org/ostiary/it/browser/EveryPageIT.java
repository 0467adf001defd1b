package org.ostiary.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.Mailbox;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/**
 * Every page of the archive, reached by keyboard alone: judged by axe, dark in German and light in Arabic, at 320 pixels and at 200 %. A page that is added
 * and not looked at here fails. German has the longest words, Arabic runs from right to left.
 */
class EveryPageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path VIEWS = Path.of("../oidc-web/src/main/webapp");
    private static final String PASSWORD = "seven quiet herons at dusk";
    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+/reset-password\\.xhtml\\?token=\\S+");

    private static final TestClient PROGRAM = TestClient.confidential(
                    "program", "secret-of-program-w2e3r4t5y6u7", "client_secret_basic")
            .with("grant-types", "client_credentials")
            .with("scopes", "ostiary:admin")
            .with("audience", "http://localhost:{port}/api/admin/v1")
            .with("administration-role", "admin");

    private static Mailbox mailbox;
    private static OstiaryServer server;

    private final Set<String> seen = new TreeSet<>();
    private Page page;
    private Keyboard keyboard;
    private String language = "en";
    private String display = "page";
    private TestAccount account = new TestAccount("nobody", PASSWORD);

    @BeforeAll
    static void start() {
        mailbox = new Mailbox();
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .without("oidc.accounts-file")
                        .with("oidc.registration.enabled", "true")
                        .with("oidc.session.remember-me", "30d")
                        .withAll(PROGRAM.keys())
                        .withMail(mailbox));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        mailbox.close();
    }

    @ParameterizedTest
    @DisplayName("WCAG 2.2 AA: every page, in light and dark, narrow and enlarged, without a mouse")
    @CsvSource({"de, page", "ar, touch"})
    void isForEverybody(String tag, String look) {
        begin(CHROMIUM.tabIn(tag), tag, look);
        page.navigate(server.setUpLink());
        judge("setup");
        page.navigate(server.address().toString());
        judge("index");
        page.navigate(server.endpoint("/try-it.xhtml").toString());
        judge("try-it");
        register();
        enrol();
        selects();
        isRefused();
        looksAfterTheAccount();
        confirms();
        forgets();
        signsOut();
        page.navigate(server.endpoint("/nothing-here").toString());
        judge("error");
        seen.remove("error");
        assertThat(seen).containsExactlyInAnyOrderElementsOf(views(false));
    }

    @Test
    @DisplayName(
            "S18: an administrator signs in to the pages of the administration, understands a refusal, and looks after accounts and keys")
    void administers() {
        page = CHROMIUM.tabIn("de");
        language = "de";
        account = new TestAccount("chief", PASSWORD);
        page.navigate(server.setUpLink());
        page.locator("#setup-username").fill(account.username());
        page.locator("#setup-password").fill(PASSWORD);
        page.locator("#setup-password-again").fill(PASSWORD);
        page.locator("#setup-submit").click();
        page.locator("#setup-try").waitFor();
        String refused = refusedRequest();

        openAdministration();
        page.navigate(server.endpoint("/admin/refusals").toString());
        page.locator("#request").fill(refused);
        page.locator("#refusal-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#refusal-rule")).hasText("redirect-uri-registered");
        PlaywrightAssertions.assertThat(page.locator("#refusal-expected")).containsText("the nearest is");
        PlaywrightAssertions.assertThat(page.locator("#refusal-fix")).containsText("character by character");
        judgeAdministration("show-refusal");
        Map<String, String> places = new LinkedHashMap<>();
        places.put("list-audit", "audit");
        places.put("verify-trail", "audit/chain");
        places.put("count-trail", "audit/statistics");
        places.put("list-deliveries", "deliveries");
        places.put("list-clients", "clients");
        places.put("show-client", "client?client=ostiary-try-it");
        places.put("show-configuration", "configuration");
        places.put("list-accounts", "accounts");
        places.put("dry-run", "dry-run?preview=yes&session=none&request=client_id%3Dostiary-try-it");
        places.put("list-recent-requests", "client/requests?client=ostiary-try-it");
        places.put("prepare-export", "export");
        String job = orderedJob();
        places.put("list-jobs", "jobs");
        places.put("show-job", "job?job=" + job);
        places.put("preview-revocation", "revocation?preview=yes&target=client&id=ostiary-try-it");
        places.put("prepare-import", "import");
        places.put("list-keys", "keys");
        places.forEach((view, path) -> {
            page.navigate(server.endpoint("/admin/" + path).toString());
            judgeAdministration(view);
        });
        changesAKey();
        looksAfterAnAccount();
        registersAnApplication();
        definesAPolicy();
        page.navigate(server.endpoint("/admin/account?account=nobody").toString());
        judgeAdministration("refused");
        page.locator("#admin-logout").click();
        page.locator("#logout-confirm").click();
        page.navigate(server.endpoint("/admin").toString());
        page.locator("#login-submit").waitFor();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(views(true));
    }

    /** The id that the error page shows to a developer whose redirect URI is not the registered one. */
    private String refusedRequest() {
        AuthorizationRequest wrong = request(TestClients.EXPLICIT_CONSENT);
        open(page, server, wrong.with("redirect_uri", wrong.value("redirect_uri") + "/"));
        return page.locator("#request-id").textContent();
    }

    private void openAdministration() {
        page.navigate(server.endpoint("/admin").toString());
        Pages.logIn(page, account);
        Authenticator app =
                Authenticator.added(server, account, page.locator("#totp-key").textContent());
        page.locator("#code").fill(app.freshCode());
        page.locator("#enrolment-submit").click();
        page.locator("#recovery-continue").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-role")).hasText("administrator");
        judgeAdministration("show-overview");
    }

    /** A program orders a job, since only what is very much becomes one on these pages. */
    private static String orderedJob() {
        Parameters form = Parameters.none()
                .with("grant_type", "client_credentials")
                .with("scope", "ostiary:admin")
                .with("resource", server.issuer() + "/api/admin/v1");
        String token = TokenRequest.of(server, form).as(PROGRAM).tokens().accessToken();
        String order = "{\"target\":\"client\",\"id\":\"ostiary-try-it\",\"as_job\":true}";
        Answer ordered = new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/admin/v1/revocations"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(order)));
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        return String.valueOf(ordered.json().get("job"));
    }

    /** Without a script: what is wrong comes back with what was typed. */
    private void definesAPolicy() {
        page.navigate(server.endpoint("/admin/definitions").toString());
        judgeAdministration("list-definitions");
        page.locator("#new-policy").click();
        page.locator("#name").fill("office");
        page.locator("#default-policy").selectOption("deny");
        page.locator("#others").fill("rules[0].policy = sometimes");
        page.locator("#definition-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#others-wrong")).containsText("sometimes");
        PlaywrightAssertions.assertThat(page.locator("#default-policy")).hasValue("deny");
        judgeAdministration("edit-definition");
        page.locator("#others").fill("rules[0].policy = one_factor\nrules[0].subject = group:staff");
        page.locator("#definition-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done")).hasText("It is defined, and counts.");
        page.locator("#definition-edit").click();
        page.locator("#default-policy").selectOption("two_factor");
        page.locator("#definition-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#definition-lost")).hasText("0");
        judgeAdministration("edit-definition");
        page.locator("#definition-change").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done"))
                .hasText("It is changed, and counts; grants that lost their right ended.");
        judgeAdministration("show-definition");
    }

    private void registersAnApplication() {
        page.navigate(server.endpoint("/admin/clients").toString());
        page.locator("#client-new").click();
        page.locator("#client").fill("shop");
        page.locator("#client-name").fill("The shop");
        page.locator("#redirect-uris").fill("nowhere");
        page.locator("#scopes-openid").check();
        page.locator("#others").fill("default-max-age = 1h");
        page.locator("#client-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#redirect-uris-wrong")).containsText("nowhere");
        PlaywrightAssertions.assertThat(page.locator("#client-name")).hasValue("The shop");
        PlaywrightAssertions.assertThat(page.locator("#scopes-openid")).isChecked();
        judgeAdministration("edit-client");
        page.locator("#redirect-uris").fill("https://shop.test/cb");
        page.locator("#client-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done")).hasText("The application is registered.");
        assertThat(page.locator("#client-secret").textContent()).hasSizeGreaterThan(30);
        judgeAdministration("show-client");
        page.locator("#client-deletion").click();
        PlaywrightAssertions.assertThat(page.locator("#deletion-grants")).hasText("0");
        judgeAdministration("preview-delete-client");
        page.locator("#client-delete").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done"))
                .hasText("The application is deleted, with all that it had.");
    }

    private void changesAKey() {
        page.locator("#algorithm").selectOption("ES384");
        page.locator("#rotate-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done")).hasText("The next key is made.");
        assertThat(page.locator("#keys")
                        .evaluate("table => table.parentElement.scrollWidth - table.parentElement.clientWidth"))
                .as("the links to revoke a key are in sight")
                .isEqualTo(0);
        page.locator("#keys tr:has-text('ES384') a").first().click();
        PlaywrightAssertions.assertThat(page.locator("#key-consequence")).containsText("It has signed nothing yet");
        judgeAdministration("preview-revoke-key");
        page.locator("#key-revoke").click();
        PlaywrightAssertions.assertThat(page.locator("#admin-done")).hasText("The key is revoked.");
    }

    private void looksAfterAnAccount() {
        page.navigate(server.endpoint("/admin/accounts?prefix=chief").toString());
        page.locator("#accounts a").first().click();
        PlaywrightAssertions.assertThat(page.locator("#account-username")).hasText("chief");
        PlaywrightAssertions.assertThat(page.locator("#account-disable")).hasCount(0);
        judgeAdministration("show-account");
        String person = page.locator("#account code").textContent();
        page.navigate(server.endpoint("/admin/claims?client=ostiary-try-it&account=" + person)
                .toString());
        page.locator("#scopes").fill("openid profile groups");
        page.locator("#claims-submit").click();
        PlaywrightAssertions.assertThat(page.locator("#claims-id_token")).containsText("ostiary-try-it");
        judgeAdministration("preview-claims");
        page.navigate(server.endpoint("/admin/account/second-factors?account=" + person)
                .toString());
        PlaywrightAssertions.assertThat(page.locator("#factors")).containsText("app with codes");
        PlaywrightAssertions.assertThat(page.locator("#factors-reset")).hasCount(0);
        judgeAdministration("list-second-factors");
        page.navigate(server.endpoint("/admin/account?account=" + person).toString());
        page.locator("#account-groups").click();
        page.locator("#groups").fill("administrators\npeople");
        page.locator("#groups-preview").click();
        PlaywrightAssertions.assertThat(page.locator("#groups-lost")).hasText("0");
        judgeAdministration("preview-groups");
        page.locator("#groups-change").click();
        PlaywrightAssertions.assertThat(page.locator("#account")).containsText("people");
    }

    /** Looks at a page of the administration, which is in English whoever reads it, and needs no script. */
    private void judgeAdministration(String view) {
        page.locator("h1").waitFor();
        seen.add("admin-" + view);
        assertThat(page.locator("html").getAttribute("lang")).as(view).isEqualTo("en");
        assertThat(page.content()).as(view).doesNotContain("<script");
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            Screenshots.take(page, "admin-" + view + "-" + scheme);
            Accessibility.assertNothingFound(page, view + ", " + scheme);
        }
        page.setViewportSize(320, 640);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Screenshots.take(page, "admin-" + view + "-narrow");
        assertThat(((Number) overflow).intValue()).as(view).isZero();
        page.setViewportSize(1280, 720);
    }

    @Test
    @DisplayName("S26: a popup stays one through every page of the interaction; and nothing but passkeys needs scripts")
    void staysAPopup() {
        begin(CHROMIUM.tabWithoutScriptsIn("fr"), "fr", "popup");
        register();
        enrol();
        selects();
        isRefused();
        looksAfterTheAccount();
        confirms();
        forgets();
        signsOut();
    }

    @Test
    @DisplayName(
            "S26: every page of the interaction is less than 20 kB for small old browsers, without script, from right to left too")
    void staysSmall() {
        begin(CHROMIUM.tabWithoutScriptsIn("ar"), "ar", "wap");
        register();
        enrol();
        selects();
        isRefused();
        confirms();
    }

    @BeforeEach
    void takeATab() {
        page = CHROMIUM.tab();
        keyboard = new Keyboard(page);
    }

    private void begin(Page tab, String tag, String look) {
        page = tab;
        keyboard = new Keyboard(tab);
        language = tag;
        display = look;
        account = new TestAccount("person-" + tag + "-" + look, PASSWORD);
    }

    private void register() {
        AuthorizationRequest request = request(TestClients.EXPLICIT_CONSENT).with("scope", "openid profile email");
        open(page, server, request.with("prompt", "create"));
        judge("register");
        type("register-username", account.username());
        type("register-name", "Person");
        type("register-email", account.username() + "@people.test");
        type("register-password", PASSWORD);
        press("register-submit");
        judge("consent");
        press("consent-allow");
        backAtApplication(page, request);
        open(page, server, request(TestClients.EXPLICIT_CONSENT).with("prompt", "login"));
        judge("login");
    }

    private void enrol() {
        AuthorizationRequest request = request(TestClients.C2FA);
        open(page, server, request);
        judge("login");
        type("password", PASSWORD);
        press("login-submit");
        judge("enrolment");
        Authenticator app =
                Authenticator.added(server, account, page.locator("#totp-key").textContent());
        type("code", app.freshCode());
        press("enrolment-submit");
        judge("enrolment");
        press("recovery-continue");
        backAtApplication(page, request);
    }

    private void selects() {
        open(page, server, request(TestClients.EXPLICIT_CONSENT).with("prompt", "select_account"));
        judge("select-account");
    }

    private void isRefused() {
        open(page, server, request(TestClients.STAFF));
        judge("forbidden");
    }

    private void looksAfterTheAccount() {
        for (String section : List.of(
                "profile",
                "password",
                "email",
                "sessions",
                "applications",
                "activity",
                "language",
                "factors",
                "add-app",
                "add-key",
                "recovery-codes")) {
            String path = section.equals("profile") ? "/account" : "/account/" + section;
            page.navigate(server.endpoint(path).toString());
            judge("account-" + section);
        }
        page.navigate(server.endpoint("/account/factors").toString());
        page.locator("#factors a").first().click();
        judge("account-factor");
    }

    /** Logs in anew and is asked for the second factor. */
    private void confirms() {
        open(page, server, request(TestClients.C2FA).with("prompt", "login"));
        judge("login");
        type("username", account.username());
        type("password", "guess");
        press("login-submit");
        judge("login");
        type("password", PASSWORD);
        press("login-submit");
        judge("second-factor");
        type("code", "000000");
        press("factor-submit");
        judge("second-factor");
    }

    private void forgets() {
        open(page, server, request(TestClients.EXPLICIT_CONSENT).with("prompt", "login"));
        press("forgot-password");
        judge("forgot-password");
        int before = mailbox.mails().size();
        type("account", account.username());
        press("forgot-submit");
        judge("forgot-password");
        page.navigate(linkAfter(before).toString());
        judge("reset-password");
        page.navigate(server.endpoint("/reset-password.xhtml?token=used").toString());
        judge("reset-password");
    }

    /** Of the first mail with one after so many; notices of what was done before may come in between. */
    private static URI linkAfter(int before) {
        for (int count = before + 1; ; count++) {
            Matcher link = LINK.matcher(mailbox.await(count).get(count - 1).text());
            if (link.find()) {
                return URI.create(link.group());
            }
        }
    }

    private void signsOut() {
        page.navigate(server.endpoint("/logout.xhtml").toString());
        judge("logout");
        press("logout-confirm");
        judge("signed-out");
    }

    private AuthorizationRequest request(TestClient client) {
        return new RelyingParty(server, client)
                .validRequest()
                .with("display", display)
                .with("ui_locales", language);
    }

    private void type(String id, String text) {
        if (display.equals("wap")) {
            page.locator("#" + id).fill(text);
            return;
        }
        keyboard.type(id, text);
    }

    private void press(String id) {
        if (display.equals("wap")) {
            page.locator("#" + id).click();
            return;
        }
        keyboard.press(id);
    }

    /** Looks at the page in every way. */
    private void judge(String view) {
        page.locator("h1").waitFor();
        String where = view + ", " + language + ", " + display;
        boolean interaction = page.url().contains("interaction=")
                || page.locator("input[name=interaction], a[href*='interaction=']")
                                .count()
                        > 0;
        assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).as(where).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        if (interaction && !view.startsWith("account")) {
            assertThat(page.locator("body").getAttribute("data-display"))
                    .as(where)
                    .isEqualTo(display);
        }
        String name = "every-" + language + "-" + display + "-" + view + "-" + (seen.add(view) ? "1" : "2");
        Screenshots.take(page, name);
        if (display.equals("wap")) {
            String styles = page.locator("link[rel=stylesheet]").getAttribute("href");
            int bytes = page.content().getBytes(StandardCharsets.UTF_8).length
                    + page.request().get(server.endpoint(styles).toString()).body().length;
            assertThat(bytes).as(where).isLessThan(20_000);
            assertThat(page.content()).as(where).doesNotContain("<script");
            return;
        }
        if (!display.equals("popup")) {
            judgeLooks(where, name);
        }
    }

    private void judgeLooks(String where, String name) {
        // The colours are the same in every language; those of a button on its way to others are nobody's.
        ColorScheme scheme = language.equals("de") ? ColorScheme.DARK : ColorScheme.LIGHT;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        Accessibility.assertNothingFound(page, where + ", " + scheme);
        for (int width : new int[] {640, 320}) {
            page.setViewportSize(width, 640);
            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue()).as(where + ", " + width).isZero();
        }
        Screenshots.take(page, name + "-narrow");
        page.setViewportSize(1280, 720);
    }

    /** Of people, or of the administration. */
    private static Set<String> views(boolean administration) {
        try (Stream<Path> files = Files.list(VIEWS)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .filter(name -> name.startsWith("admin-") == administration)
                    .forEach(name -> names.add(name.substring(0, name.length() - ".xhtml".length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
