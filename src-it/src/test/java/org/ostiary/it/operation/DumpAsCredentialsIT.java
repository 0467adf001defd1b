package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A thief of the database tries every string in it at every door. */
class DumpAsCredentialsIT {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 2_000;

    @Test
    @DisplayName("RFC 6749 10.3 to 10.5: no string of the database opens anything")
    void opensNothing() throws SQLException {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_POSTGRES, ServerSettings.standard())) {
            server.start();
            RelyingParty application = new RelyingParty(server, TestClients.REFRESHING);
            Journey journey = new Journey(server);
            AuthorizationRequest request = application.validRequest().with("scope", "openid offline_access");
            Tokens tokens = application.tokensFor(journey, TestAccounts.ALICE, request);
            AuthorizationRequest open = application.validRequest();
            String code = journey.authorize(open, TestAccounts.ALICE).code();
            TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                    .as(TestClients.MACHINE)
                    .tokens();
            Set<String> strings = strings(server);
            assertThat(strings).as("the dump is a real one").hasSizeGreaterThan(50);
            for (String string : strings) {
                assertOpensNothing(server, application, open, string);
            }
            assertThat(application.userinfo(tokens.accessToken()).status())
                    .as("what the strings belong to still works")
                    .isEqualTo(200);
            assertThat(application.redemption(open, code).send().status()).isEqualTo(200);
        }
    }

    private static void assertOpensNothing(
            OstiaryServer server, RelyingParty application, AuthorizationRequest open, String string) {
        assertThat(userinfo(server, string)).as("%s as access token", string).isEqualTo(401);
        assertThat(application.refresh(string).send().status())
                .as("%s as refresh token", string)
                .isEqualTo(400);
        assertThat(application.redemption(open, string).send().status())
                .as("%s as code", string)
                .isEqualTo(400);
        assertThat(TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                        .withBasic(TestClients.MACHINE.id(), string)
                        .send()
                        .status())
                .as("%s as client secret", string)
                .isEqualTo(401);
        UserAgent thief = new UserAgent().plant("ostiary-session", string).plant("__Host-ostiary-session", string);
        assertThat(new Journey(server, thief)
                        .open(application.validRequest().with("prompt", "none"))
                        .redirectParameters()
                        .require("error"))
                .as("%s as session", string)
                .isEqualTo("login_required");
    }

    /** A bearer header cannot hold every string; a form can. */
    private static int userinfo(OstiaryServer server, String string) {
        return new UserAgent()
                .post(server.endpoint("/api/oidc/userinfo"), Parameters.none().with("access_token", string))
                .status();
    }

    private static Set<String> strings(OstiaryServer server) throws SQLException {
        Set<String> strings = new LinkedHashSet<>();
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            String value = String.valueOf(rows.getObject(column));
                            // Lists stand a line each; no cookie can hold the whole.
                            value.lines()
                                    .filter(line -> line.length() >= SHORTEST && line.length() <= LONGEST)
                                    .forEach(line -> {
                                        strings.add(line);
                                        strings.add("ost_at_" + line);
                                    });
                        }
                    }
                }
            }
        }
        return strings;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }
}
