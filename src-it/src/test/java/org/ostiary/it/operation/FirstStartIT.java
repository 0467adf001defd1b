package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** A server that nobody has set up yet, and how it comes to its first administrator. */
class FirstStartIT {

    private static final Pattern RSA_MODULUS = Pattern.compile("\"n\":\"([^\"]+)\"");
    private static final String PASSWORD = "seven quiet herons at dusk";

    // PostgreSQL, because its rows can be made old while the server runs.
    private final ServerSettings settings = ServerSettings.bare().withAll(TestClients.CONF_BASIC.keys());

    @Test
    @DisplayName("F30: a fresh server has no default account, and one set-up link that works once and expires")
    void hasNoWayInButTheSetUpLink() throws IOException, SQLException {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_POSTGRES, settings)) {
            starts(server);
            keepsTheMasterKeyToItself(server);
            knowsNoDefaultAccount(server);
            refusesAnExpiredLink(server);
            acceptsTheNextLinkOnce(server);
            neverOffersAnotherLink(server);
            refusesAnotherMasterKey(server);
        }
    }

    private static void starts(OstiaryServer server) {
        server.start();
        Answer discovery = new UserAgent().get(server.endpoint("/.well-known/openid-configuration"));
        assertThat(discovery.status()).isEqualTo(200);
        String keys = new UserAgent().get(server.endpoint("/jwks.json")).body();
        assertThat(RSA_MODULUS.matcher(keys).results().map(found -> found.group(1)))
                .as("3072 bits in base64url, one for RS256 and one for PS256")
                .hasSize(2)
                .allSatisfy(modulus -> assertThat(modulus).hasSize(512));
    }

    private static void keepsTheMasterKeyToItself(OstiaryServer server) throws IOException {
        Path key = server.dataDirectory().resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(server.logSinceStart())
                .as("the warning about the generated key")
                .contains(key.toString());
        assertThat(server.logSinceStart()).doesNotContain(Files.readString(key).strip());
    }

    private static void knowsNoDefaultAccount(OstiaryServer server) {
        RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
        for (String name : List.of("admin", "administrator", "root", "ostiary", "test", "user", "payara", "")) {
            for (String password : List.of(name, "admin", "password", "changeit", "adminadmin", "")) {
                Journey journey = new Journey(server);
                Answer page = journey.logIn(journey.open(application.validRequest()), name, password);
                assertThat(Journey.isLogin(page))
                        .as("refused: %s with %s", name, password)
                        .isTrue();
                assertThat(journey.browser().cookie("ostiary-session")).isEmpty();
            }
        }
    }

    private static void refusesAnExpiredLink(OstiaryServer server) throws SQLException {
        String link = server.setUpLink();
        Answer form = new UserAgent().get(URI.create(link));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("Referrer-Policy")).contains("no-referrer");

        change(server, "update setup_link set expires_at = 1");

        assertThat(new UserAgent().get(URI.create(link)).status()).isEqualTo(410);
        assertThat(submit(form).body()).contains("This set-up link does not work");
    }

    private static void acceptsTheNextLinkOnce(OstiaryServer server) {
        String expired = server.setUpLink();
        server.restart();
        String link = server.setUpLink();
        assertThat(link).isNotEqualTo(expired);
        Answer form = new UserAgent().get(URI.create(link));

        Answer created = submit(form);
        assertThat(created.body()).contains("The administrator is created");
        assertThat(submit(form).body()).contains("This set-up link does not work");
        assertThat(new UserAgent().get(URI.create(link)).status()).isEqualTo(410);
    }

    /** In one line, whatever the server prints around it. */
    private static void refusesAnotherMasterKey(OstiaryServer server) throws IOException {
        server.stop();
        Path key = server.dataDirectory().resolve("master.key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));

        server.launch();
        server.awaitEndOfStart();

        assertThat(server.ready()).isFalse();
        assertThat(server.logSinceStart().lines())
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("Ostiary does not start: The master key does not open installation_secret/")
                        .contains("oidc.master-key-file"));
    }

    private static void neverOffersAnotherLink(OstiaryServer server) throws SQLException {
        server.restart();
        assertThat(server.printsSetUpLink())
                .as("a set-up link although there is an administrator")
                .isFalse();
        change(server, "delete from account");
        server.restart();
        assertThat(server.printsSetUpLink())
                .as("a set-up link after the administrator was deleted")
                .isFalse();
    }

    private static Answer submit(Answer page) {
        HtmlForm form = page.form()
                .fill("setup-username", "erika")
                .fill("setup-password", PASSWORD)
                .fill("setup-password-again", PASSWORD);
        UserAgent browser = new UserAgent();
        Answer answer = browser.post(form.action(), form.press("setup-submit"));
        return answer.redirects() ? browser.get(answer.location()) : answer;
    }

    private static void change(OstiaryServer server, String statement) throws SQLException {
        try (Connection database = server.openDatabase();
                Statement change = database.createStatement()) {
            assertThat(change.executeUpdate(statement)).isPositive();
        }
    }
}
