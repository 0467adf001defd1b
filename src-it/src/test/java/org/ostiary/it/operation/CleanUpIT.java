package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** The server deletes what is over by itself, in its own transactions. */
class CleanUpIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    @DisplayName("S17: expired rows go by themselves, and what lives goes on working")
    void deletesWhatIsOver() throws SQLException, InterruptedException {
        try (OstiaryServer server =
                Servers.fresh(Flavour.MICRO_POSTGRES, ServerSettings.standard().with("oidc.clean-up-interval", "1m"))) {
            server.start();
            RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
            Journey journey = new Journey(server);
            String token = application
                    .tokensFor(journey, TestAccounts.BOB, application.validRequest())
                    .accessToken();
            AuthorizationRequest unused = application.validRequest();
            assertThat(journey.authorize(unused, TestAccounts.BOB).code()).isNotEmpty();
            try (Connection database = server.openDatabase();
                    Statement statement = database.createStatement()) {
                String ofTheUnused = "authorization_code where nonce = '" + unused.value("nonce") + "'";
                statement.executeUpdate("update authorization_code set expires_at = 1");
                statement.executeUpdate("insert into used_identifier values ('x', 'x', 1)");
                Instant deadline = Instant.now().plus(PATIENCE);
                while (count(statement, ofTheUnused) > 0 && Instant.now().isBefore(deadline)) {
                    Thread.sleep(500);
                }
                assertThat(count(statement, ofTheUnused)).isZero();
                assertThat(count(statement, "used_identifier where kind = 'x'")).isZero();
                assertThat(count(statement, "authorization_code"))
                        .as("the spent code, whose token lives")
                        .isEqualTo(1);
            }
            assertThat(application.userinfo(token).status()).isEqualTo(200);
            assertThat(server.logSinceStart()).doesNotContain("could not be tidied away");
        }
    }

    private static long count(Statement statement, String fromWhere) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + fromWhere)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
