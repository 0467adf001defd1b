package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertAlive;
import static org.ostiary.it.security.Refusals.assertDead;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A code lives a minute, and its age is judged when it is used. */
class CodeLifetimeIT {
    @Test
    @DisplayName("B07: a code works shortly before its end, not after it, and a late replay still revokes")
    void judgesTheAge() throws InterruptedException {
        OstiaryServer server = OwnServers.belowAPath();
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        Journey journey = SignedIn.bob(server);
        AuthorizationRequest late = application.validRequest();
        String lateCode = journey.authorize(late, TestAccounts.BOB).code();
        AuthorizationRequest early = application.validRequest();
        String earlyCode = journey.authorize(early, TestAccounts.BOB).code();

        Thread.sleep((OwnServers.CODE_SECONDS - 5) * 1000L);
        Tokens tokens = application.redemption(early, earlyCode).tokens();
        assertAlive(server, tokens.accessToken());

        Thread.sleep(7_000);
        assertTokenError(application.redemption(late, lateCode).send(), "invalid_grant");
        assertAlive(server, tokens.accessToken());
        assertTokenError(application.redemption(early, earlyCode).send(), "invalid_grant");
        assertDead(server, tokens.accessToken());
    }

    @Test
    @DisplayName("B07: by default a code lives no longer than 60 seconds, whether anybody cleans up or not")
    void livesAMinute() throws SQLException {
        OstiaryServer server = Servers.shared(Flavour.MICRO_POSTGRES);
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        AuthorizationRequest request = application.validRequest();
        String code = SignedIn.bob(server).authorize(request, TestAccounts.BOB).code();
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement()) {
            assertThat(latestExpiry(statement)).isBeforeOrEqualTo(Instant.now().plusSeconds(60));

            // Made old in the table, where it stays: the refusal must come from looking at it.
            String ofThisRequest = " where nonce = '" + request.value("nonce") + "'";
            long past = Instant.now().minusSeconds(1).toEpochMilli();
            assertThat(statement.executeUpdate("update authorization_code set expires_at = " + past + ofThisRequest))
                    .isEqualTo(1);
        }
        assertTokenError(application.redemption(request, code).send(), "invalid_grant");
    }

    private static Instant latestExpiry(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select max(expires_at) from authorization_code")) {
            assertThat(row.next()).isTrue();
            return Instant.ofEpochMilli(row.getLong(1));
        }
    }
}
