package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Authenticator;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.ClientAssertion;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.Mailbox;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Whoever reads the database or the log can use nothing that stands there, also when the log says all that it can. */
class SecretsAtRestIT {
    private static final String WRONG_PASSWORD = "wrong-password-canary-5d8f";
    private static final String NEW_PASSWORD = "new-password-canary-9a41-horse";
    private static final String ADMINISTRATOR = "first-password-canary-77c3-horse";
    private static final String ADDRESS = "root@people.test";
    private static final Pattern LINK =
            Pattern.compile("http://localhost:[0-9]+/reset-password\\.xhtml\\?token=(\\S+)");

    /** Our own loggers, and those through which a request, a page, a statement and a signature pass. */
    private static final String LEVELS =
            "org.ostiary=FINEST:ostiary=FINEST:org.eclipse.persistence=FINE:org.jose4j=FINEST"
                    + ":org.glassfish.jersey=FINE:jakarta.faces=FINE:jakarta.enterprise.web=FINE:com.unboundid=FINE";

    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** Six digits, which a file may hold by chance. */
    private final Map<String, String> oneTimeCodes = new LinkedHashMap<>();

    @Test
    @DisplayName(
            "W18: neither a dump of the database nor the log, at DEBUG too, holds a secret of any kind, right or wrong")
    void holdsNoUsableSecret() throws IOException, SQLException {
        try (Mailbox mailbox = new Mailbox();
                OstiaryServer server = Servers.fresh(
                        Flavour.MICRO_H2,
                        ServerSettings.standard().withMail(mailbox).withLogLevels(LEVELS))) {
            server.start();
            String masterKey = Files.readString(server.dataDirectory().resolve("master.key"))
                    .strip();
            secrets.put("set-up token", server.setUpLink().replaceFirst(".*token=", ""));
            secrets.put("password of the mail server", Mailbox.PASSWORD);
            setUp(server, mailbox);
            use(server, TestClients.CONF_BASIC);
            use(server, TestClients.CONF_POST);
            refresh(server);
            assertByKey(server);
            proveTwice(server);
            sendWhereNothingBelongs(server);
            server.stop();

            String dump = dump(server);
            assertThat(dump)
                    .as("the dump is a real one")
                    .containsIgnoringCase("insert into \"PUBLIC\".\"ACCESS_TOKEN\"");
            assertHoldsNone("the dump", dump);
            assertHoldsNone("the database files", files(server.dataDirectory()));
            secrets.put("master key", masterKey);
            assertHoldsNone("the dump", dump);
            // The banner is where the set-up link is meant to be.
            secrets.remove("set-up token");
            String log = server.logSinceStart();
            assertThat(log).as("the log says all that it can").containsPattern("\\bFINER?\\b");
            assertHoldsNone("the log", log);
            assertThat(oneTimeCodes)
                    .allSatisfy((name, value) -> assertThat(log)
                            .as("the log holds the " + name)
                            .doesNotContainPattern("(?<![0-9A-Za-z.])" + value + "(?![0-9A-Za-z])"));
        }
    }

    private void use(OstiaryServer server, TestClient client) {
        RelyingParty application = new RelyingParty(server, client);
        Journey journey = new Journey(server);
        AuthorizationRequest request = application.validRequest().with("scope", "openid profile email");
        Answer login = journey.open(request);
        login = journey.logIn(login, "alice", WRONG_PASSWORD);
        Answer here = journey.logIn(login, "alice", TestAccounts.ALICE.password());
        remember(client, "interaction", here.uri().getQuery().replaceFirst(".*interaction=([^&]*).*", "$1"));
        String code = journey.arrived(journey.allow(here)).code();
        application.redemption(request, code).with("code_verifier", "wrong").send();
        AuthorizationRequest second = application.validRequest();
        String secondCode = journey.authorize(second, TestAccounts.ALICE).code();
        Tokens tokens = application.redemption(second, secondCode).tokens();
        application.userinfo(tokens.accessToken());
        journey.open(server.endpoint("/api/oidc/logout?id_token_hint=" + tokens.idToken()));

        remember(client, "code", code);
        remember(client, "second code", secondCode);
        remember(client, "access token", tokens.accessToken());
        remember(client, "ID token", tokens.idToken());
        remember(client, "verifier", request.verifier());
        remember(client, "secret", String.valueOf(client.secret()));
        rememberCookies(client.id(), journey);
        secrets.put("password", TestAccounts.ALICE.password());
        secrets.put("wrong password", WRONG_PASSWORD);
    }

    /** The first administrator, who forgets the password. */
    private void setUp(OstiaryServer server, Mailbox mailbox) {
        UserAgent browser = new UserAgent();
        HtmlForm form = browser.get(URI.create(server.setUpLink()))
                .form()
                .fill("setup-username", "root")
                .fill("setup-password", ADMINISTRATOR)
                .fill("setup-password-again", ADMINISTRATOR);
        browser.post(form.action(), form.press("setup-submit"));
        Journey journey = new Journey(server);
        journey.logIn(journey.open(server.endpoint("/account")), "root", ADMINISTRATOR);
        HtmlForm email =
                journey.browser().get(server.endpoint("/account/email")).form().fill("email", ADDRESS);
        assertThat(journey.browser()
                        .post(email.action(), email.press("email-submit"))
                        .status())
                .isEqualTo(303);
        rememberCookies("the administrator", journey);

        Journey forgetful = new Journey(server);
        Answer login = forgetful.open(server.endpoint("/account"));
        HtmlForm asked = forgetful
                .browser()
                .get(server.address().resolve(login.linkOf("forgot-password")))
                .form()
                .fill("account", "root");
        forgetful.browser().post(asked.action(), asked.press("forgot-submit"));
        Matcher link = LINK.matcher(mailbox.await(2).get(1).text());
        assertThat(link.find()).isTrue();
        HtmlForm chosen = browser.get(URI.create(link.group()))
                .form()
                .fill("new-password", NEW_PASSWORD)
                .fill("new-password-again", NEW_PASSWORD);
        assertThat(browser.post(chosen.action(), chosen.press("reset-submit")).hasElement("reset-done"))
                .isTrue();
        secrets.put("token of the reset link", link.group(1));
        secrets.put("administrator's password", ADMINISTRATOR);
        secrets.put("administrator's new password", NEW_PASSWORD);
    }

    private void refresh(OstiaryServer server) {
        TestClient client = TestClients.REFRESHING;
        RelyingParty application = new RelyingParty(server, client);
        Journey journey = new Journey(server);
        AuthorizationRequest request = application.validRequest().with("scope", "openid offline_access");
        String first = application.tokensFor(journey, TestAccounts.BOB, request).member("refresh_token");
        Tokens second = application.refresh(first).tokens();
        application.refresh(first + "x").send();
        for (String path : List.of("/api/oidc/introspection", "/api/oidc/revocation")) {
            TokenRequest.of(server, Parameters.none().with("token", second.member("refresh_token")))
                    .as(client)
                    .sendTo(path);
        }
        application.refresh(second.member("refresh_token")).send();
        remember(client, "refresh token", first);
        remember(client, "second refresh token", second.member("refresh_token"));
        remember(client, "access token", second.accessToken());
        rememberCookies(client.id(), journey);
        secrets.put("bob's password", TestAccounts.BOB.password());
    }

    private void assertByKey(OstiaryServer server) {
        TestClient client = TestClients.PRIVATE_KEY_JWT;
        Parameters proof = ClientAssertion.parameters(server, client);
        for (int each = 0; each < 2; each++) {
            // Used once, it is refused the second time.
            TokenRequest.of(server, proof.with("request_uri", "urn:ietf:params:oauth:request_uri:x"))
                    .sendTo("/api/oidc/pushed-authorization-request");
            TokenRequest.of(server, proof.with("token", "nothing")).sendTo("/api/oidc/revocation");
        }
        remember(client, "assertion", proof.require("client_assertion"));
        Tokens own = TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                .as(TestClients.MACHINE)
                .tokens();
        remember(TestClients.MACHINE, "access token", own.accessToken());
        remember(TestClients.MACHINE, "secret", String.valueOf(TestClients.MACHINE.secret()));
    }

    /** Enrols an app, and proves by its code and by a recovery code. */
    private void proveTwice(OstiaryServer server) {
        RelyingParty application = new RelyingParty(server, TestClients.C2FA);
        Journey journey = new Journey(server);
        Answer page = journey.logIn(journey.open(application.validRequest()), "heidi", TestAccounts.HEIDI.password());
        String key = page.textOf("totp-key");
        Authenticator app = Authenticator.added(server, TestAccounts.HEIDI, key);
        String code = app.freshCode();
        HtmlForm form = page.form().fill("code", code);
        List<String> recovery = journey.browser()
                .post(form.action(), form.press("enrolment-submit"))
                .textsOf("recovery-codes", "code");
        assertThat(recovery).hasSize(10);
        rememberCookies("c2fa", journey);

        Journey again = new Journey(server);
        Answer factor = again.logIn(again.open(application.validRequest()), "heidi", TestAccounts.HEIDI.password());
        factor = again.prove(factor, code);
        assertThat(Journey.isSecondFactor(factor)).as("a code counts once").isTrue();
        again.arrived(again.recover(factor, recovery.get(0)));
        rememberCookies("c2fa again", again);
        oneTimeCodes.put("code of the app", code);
        secrets.put("key of the app", key.replaceAll("\\s", ""));
        secrets.put("key of the app as it is shown", key);
        for (String each : recovery) {
            secrets.put("recovery code " + each, each);
            secrets.put("recovery code without dashes " + each, each.replace("-", ""));
        }
        secrets.put("heidi's password", TestAccounts.HEIDI.password());
        remember(TestClients.C2FA, "secret", String.valueOf(TestClients.C2FA.secret()));
    }

    /** What people and applications get wrong: secrets in an address, in another field, in a header that is not for them. */
    private void sendWhereNothingBelongs(OstiaryServer server) {
        Map<String, String> all = Map.copyOf(secrets);
        UserAgent agent = new UserAgent();
        Journey journey = new Journey(server);
        Answer login = journey.open(new RelyingParty(server, TestClients.CONF_BASIC).validRequest());
        journey.logIn(login, TestAccounts.ALICE.password(), WRONG_PASSWORD);
        all.forEach((name, value) -> {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            agent.get(server.endpoint("/api/oidc/userinfo?access_token=" + encoded));
            AuthorizationRequest request = new RelyingParty(server, TestClients.CONF_BASIC).validRequest();
            for (String field : List.of("client_secret", "client_assertion", "code_verifier")) {
                agent.get(request.with(field, value).on(server));
            }
            agent.get(server.endpoint("/api/oidc/nothing-here?secret=" + encoded));
            agent.send(HttpRequest.newBuilder(server.endpoint("/api/admin/v1/me"))
                    .header("Authorization", "Bearer " + encoded));
            Parameters wrong = Parameters.none()
                    .with("grant_type", "authorization_code")
                    .with("code", value)
                    .with("client_id", "conf-post")
                    .with("client_secret", value)
                    .with("scope", value);
            TokenRequest.of(server, wrong).send();
            TokenRequest.of(server, wrong.with("grant_type", value)).send();
        });
    }

    private void rememberCookies(String whose, Journey journey) {
        journey.browser().cookies().forEach((name, value) -> secrets.put(whose + "'s cookie " + name, value));
    }

    private void remember(TestClient client, String name, String value) {
        assertThat(value).as(name).hasSizeGreaterThan(8);
        secrets.put(client.id() + "'s " + name, value);
    }

    private void assertHoldsNone(String place, String text) {
        assertThat(secrets)
                .allSatisfy((name, value) -> assertThat(text.contains(value))
                        .as("%s holds the %s", place, name)
                        .isFalse());
    }

    private static String dump(OstiaryServer server) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement();
                ResultSet lines = statement.executeQuery("script")) {
            while (lines.next()) {
                dump.append(lines.getString(1)).append('\n');
            }
        }
        return dump.toString();
    }

    private static String files(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
