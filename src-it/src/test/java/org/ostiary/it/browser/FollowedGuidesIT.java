package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.backAtApplication;
import static org.ostiary.it.browser.Pages.logIn;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.Mailbox;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Each reader of the documentation does what its page says, word for word: an operator, a developer, and a person who signs in. */
class FollowedGuidesIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    static Path files;

    private static final String RIGHT = TestAccounts.ALICE.password();
    private static final TestAccount OPERATOR = new TestAccount("olga", RIGHT);
    private static final TestAccount COLLEAGUE = new TestAccount("otto", RIGHT);
    private static final TestAccount PERSON = new TestAccount("nina", "seven quiet herons at dusk");
    private static final String SECOND_PASSWORD = "eight loud geese at dawn";
    private static final String THIRD_PASSWORD = "nine slow swans at noon";
    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+/reset-password\\.xhtml\\?token=\\S+");

    private static final TestClient PROGRAM = TestClient.confidential(
                    "program", "secret-of-program-w2e3r4t5y6u7", "client_secret_basic")
            .with("grant-types", "client_credentials")
            .with("scopes", "ostiary:admin")
            .with("audience", "http://localhost:{port}/api/admin/v1")
            .with("administration-role", "admin");

    /** Registered by {@link #PROGRAM}, so that the administration can change it. */
    private static final TestClient SHOP = TestClient.confidential(
            "shop",
            "made-by-the-server",
            "client_secret_basic",
            CallbackListener.shared().callback());

    private static Mailbox mailbox;
    private static OstiaryServer server;

    @BeforeAll
    static void start() throws IOException {
        mailbox = new Mailbox();
        Path people = files.resolve("people.yml");
        String digest =
                Files.readString(TestAccounts.file()).split("password: '", 2)[1].split("'", 2)[0];
        StringBuilder text = new StringBuilder("users:\n");
        for (String[] each : new String[][] {
            {OPERATOR.username(), "administrators"}, {COLLEAGUE.username(), "administrators"}, {"maria", "people"}
        }) {
            text.append("  %s: {displayname: '%<s', password: '%s', email: '%1$s@example.org', groups: ['%s']}%n"
                    .formatted(each[0], digest, each[1]));
        }
        Files.writeString(people, text);
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .with("oidc.accounts-file", people.toString())
                        .with("oidc.registration.enabled", "true")
                        .withAll(PROGRAM.keys())
                        .withMail(mailbox));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        mailbox.close();
    }

    @Test
    @DisplayName("An operator's first visit goes as the administration's page says")
    void followsAsAnOperator() {
        Page page = CHROMIUM.tab();
        Follower operator = new Follower(server, page, "operator")
                .knows("Username", OPERATOR.username())
                .knows("Password", OPERATOR.password());
        scans(operator, page, OPERATOR);
        operator.follow(Guide.read("administration.md"), "The first visit");
    }

    @Test
    @DisplayName("A developer whose redirect URI is wrong finds out why, and mends it, as the page for developers says")
    void followsAsADeveloper() {
        registersTheShop();
        Page page = CHROMIUM.tab();
        RelyingParty shop = new RelyingParty(server, SHOP);
        AuthorizationRequest wrong = shop.validRequest()
                .with("redirect_uri", CallbackListener.shared().origin() + "/kallback");
        StringBuilder copied = new StringBuilder();
        new Follower(server, page, "developer")
                .knows("Id of the request", copied::toString)
                .when("Start to sign in at your application", () -> {
                    page.context().clearCookies();
                    open(page, server, wrong);
                })
                .when(
                        "Copy what it shows",
                        () -> copied.append(page.locator("#request-id").textContent()))
                .when("They sign in at `https://id.example.org/admin`", () -> signsIn(page, COLLEAGUE))
                .follow(Guide.read("connect.md"), "When a sign-in is refused");

        logIn(page, COLLEAGUE);
        Pages.allow(page);
        assertThat(page.locator("#path")).hasText("/kallback");
    }

    @Test
    @DisplayName(
            "A person signs in, adds a factor, looks after applications and devices, and gets over losses, as their page says")
    void followsAsAPerson() {
        Page page = CHROMIUM.tab();
        registers(page);
        AuthorizationRequest request =
                new RelyingParty(server, TestClients.CONF_BASIC).validRequest().with("scope", "openid profile email");
        Guide guide = Guide.read("for-people.md");
        String[] password = {PERSON.password()};
        Follower person = new Follower(server, page, "person")
                .knows("Username", PERSON.username())
                .knows("Username or email address", PERSON.username())
                .knows("Password", () -> password[0]);

        person.when("Start to sign in at an application", () -> open(page, server, request))
                .when("Look at the address bar", () -> assertThat(page.url()).startsWith(server.address() + "/"))
                .when("you are back at the application", () -> backAtApplication(page, request))
                .follow(guide, "Sign in");

        scans(person, page, PERSON);
        String[] recovery = new String[1];
        person.when(
                        "Print them",
                        () -> recovery[0] =
                                page.locator("#recovery-codes li").first().textContent())
                .follow(guide, "Add a second factor");

        person.follow(guide, "See what applications may see");

        Journey elsewhere = signsInElsewhere(PERSON.password());
        person.knows("Password until now", () -> password[0])
                .knows("New password", SECOND_PASSWORD)
                .knows("Repeat the new password", SECOND_PASSWORD)
                .follow(guide, "Sign out");
        assertThat(Journey.isLogin(elsewhere.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT))))
                .isTrue();

        int before = mailbox.mails().size();
        person.knows("New password", THIRD_PASSWORD)
                .knows("Repeat the new password", THIRD_PASSWORD)
                .when("Start to sign in at an application", () -> open(page, server, request))
                .when("Open the link in it", () -> page.navigate(linkAfter(before)))
                .follow(guide, "You forgot your password");

        password[0] = THIRD_PASSWORD;
        signsInElsewhere(THIRD_PASSWORD);
        person.knows("Recovery code", () -> recovery[0]).follow(guide, "You lost your phone");
    }

    /** Adds the offered key to their app, and types what that shows. */
    private static void scans(Follower reader, Page page, TestAccount account) {
        reader.knows("Code", () -> Authenticator.of(server, account).freshCode())
                .when(
                        "can the picture with the app",
                        () -> Authenticator.added(
                                server, account, page.locator("#totp-key").textContent()));
    }

    private static void signsIn(Page page, TestAccount account) {
        page.navigate(server.endpoint("/admin").toString());
        logIn(page, account);
        Authenticator app =
                Authenticator.added(server, account, page.locator("#totp-key").textContent());
        page.locator("#code").fill(app.freshCode());
        page.locator("#enrolment-submit").click();
        page.locator("#recovery-continue").click();
    }

    private static void registers(Page page) {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT);
        open(page, server, request.with("prompt", "create"));
        page.locator("#register-username").fill(PERSON.username());
        page.locator("#register-name").fill("Nina");
        page.locator("#register-email").fill("nina@people.test");
        page.locator("#register-password").fill(PERSON.password());
        page.locator("#register-submit").click();
        Pages.deny(page);
        backAtApplication(page, request);
        page.context().clearCookies();
    }

    private static Journey signsInElsewhere(String password) {
        Journey elsewhere = new Journey(server);
        elsewhere.authorize(
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT), new TestAccount(PERSON.username(), password));
        return elsewhere;
    }

    private static void registersTheShop() {
        Parameters form = Parameters.none()
                .with("grant_type", "client_credentials")
                .with("scope", "ostiary:admin")
                .with("resource", server.issuer() + "/api/admin/v1");
        String token = TokenRequest.of(server, form).as(PROGRAM).tokens().accessToken();
        String options = "{\"client_id\":\"shop\",\"options\":{\"redirect-uris\":[\"" + SHOP.redirectUri()
                + "\"],\"authorization-policy\":\"one_factor\"}}";
        Answer created = new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/admin/v1/clients"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(options)));
        assertThat(created.status()).as(created.body()).isEqualTo(200);
    }

    /** Of the first mail with one after so many; notices of what was done before may come in between. */
    private static String linkAfter(int before) {
        for (int count = before + 1; ; count++) {
            List<Mailbox.Mail> mails = mailbox.await(count);
            Matcher link = LINK.matcher(mails.get(count - 1).text());
            if (link.find()) {
                return link.group();
            }
        }
    }
}
