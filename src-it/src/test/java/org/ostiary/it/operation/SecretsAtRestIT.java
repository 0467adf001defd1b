package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Whoever reads the database or the log can use nothing that stands there. */
class SecretsAtRestIT {
    private static final String WRONG_PASSWORD = "wrong-password-canary-5d8f";

    private final Map<String, String> secrets = new LinkedHashMap<>();

    @Test
    @DisplayName("Neither a dump of the database nor the log holds a code, token, cookie, password or client secret")
    void holdsNoUsableSecret() throws IOException, SQLException {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, ServerSettings.standard())) {
            server.start();
            secrets.put("set-up token", server.setUpLink().replaceFirst(".*token=", ""));
            use(server, TestClients.CONF_BASIC);
            use(server, TestClients.CONF_POST);
            server.stop();

            String dump = dump(server);
            assertThat(dump)
                    .as("the dump is a real one")
                    .containsIgnoringCase("insert into \"PUBLIC\".\"ACCESS_TOKEN\"");
            assertHoldsNone("the dump", dump);
            assertHoldsNone("the database files", files(server.dataDirectory()));
            // The banner is where the set-up link is meant to be.
            secrets.remove("set-up token");
            assertHoldsNone("the log", server.logSinceStart());
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

        remember(client, "code", code);
        remember(client, "second code", secondCode);
        remember(client, "access token", tokens.accessToken());
        remember(client, "ID token", tokens.idToken());
        remember(client, "verifier", request.verifier());
        remember(client, "secret", String.valueOf(client.secret()));
        journey.browser().cookies().forEach((name, value) -> remember(client, "cookie " + name, value));
        secrets.put("password", TestAccounts.ALICE.password());
        secrets.put("wrong password", WRONG_PASSWORD);
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
