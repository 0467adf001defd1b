package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** A secret that was replaced works until its moment and not after it. */
class RotatedSecretIT {

    /** Longer than a node needs to see that a client changed. */
    private static final Duration OVERLAP = Duration.ofSeconds(9);

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_POSTGRES);

    @Test
    @DisplayName("D08, RFC 7591 3.2.1: the old secret works during the overlap and fails after it; the new one goes on")
    void endsAtItsMoment() throws Exception {
        Instant end = Instant.now().plus(OVERLAP);
        limitOldSecret(end);
        while (Instant.now().isBefore(end)) {
            int status = ask(TestClients.ROTATING_OLD_SECRET);
            if (Instant.now().isBefore(end)) {
                assertThat(status).isEqualTo(200);
            }
            Thread.sleep(1000);
        }
        assertThat(ask(TestClients.ROTATING_OLD_SECRET)).isEqualTo(401);
        assertThat(ask(TestClients.ROTATING_SECRET)).isEqualTo(200);
    }

    private int ask(String secret) {
        return TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                .withBasic(TestClients.ROTATING.id(), secret)
                .send()
                .status();
    }

    private void limitOldSecret(Instant end) throws SQLException {
        try (Connection database = server.openDatabase();
                PreparedStatement limit = database.prepareStatement(
                        "update client_secret set not_after = ? where client_id = ? and not_after is not null");
                PreparedStatement tell = database.prepareStatement(
                        "update cache_version set version = version + 1 where name = 'clients'")) {
            limit.setLong(1, end.toEpochMilli());
            limit.setString(2, TestClients.ROTATING.id());
            assertThat(limit.executeUpdate()).isOne();
            assertThat(tell.executeUpdate()).isOne();
        }
    }
}
