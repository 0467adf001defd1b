package org.ostiary.it.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ostiary.it.http.Race;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/**
 * Two nodes of one provider on one PostgreSQL. Requests name the first one's host, as they do behind a balancer, whichever
 * node they are sent to.
 */
final class TwoNodes implements AutoCloseable {
    private final OstiaryServer first;
    private final OstiaryServer second;

    private TwoNodes(OstiaryServer first, OstiaryServer second) {
        this.first = first;
        this.second = second;
    }

    static TwoNodes start() {
        return start(ServerSettings.standard());
    }

    static TwoNodes start(ServerSettings settings) {
        OstiaryServer first = Servers.fresh(Flavour.MICRO_POSTGRES, settings);
        first.start();
        OstiaryServer second = Servers.beside(first);
        second.start();
        return new TwoNodes(first, second);
    }

    /** The node that the issuer's address leads to. */
    OstiaryServer first() {
        return first;
    }

    /** Where the nodes listen, the first one first. */
    List<Integer> ports() {
        return List.of(first.port(), second.port());
    }

    void killSecond() {
        second.kill();
    }

    void restartSecond() {
        second.start();
    }

    /** Racers half of whom ask the one node, half the other. */
    Race race(int racers) {
        return new Race(List.of(first.port(), second.port()), racers);
    }

    /** What the node that the issuer's address does not lead to says. */
    RawAnswer askSecond(byte[] request) {
        return RawHttp.exchange(second.port(), new String(request, ISO_8859_1));
    }

    /** A GET of this browser, as bytes for either node. */
    byte[] get(URI address, UserAgent browser) {
        return ("GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: localhost:"
                        + first.port() + "\r\nCookie: " + browser.cookieHeader() + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** On both nodes the access token is worth this status at userinfo. */
    void assertUserinfo(String accessToken, int status) {
        byte[] request = ("GET /api/oidc/userinfo HTTP/1.1\r\nHost: localhost:" + first.port()
                        + "\r\nAuthorization: Bearer " + accessToken + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        assertThat(askSecond(request).status()).as("on the second node").isEqualTo(status);
        assertThat(RawHttp.exchange(first.port(), new String(request, ISO_8859_1))
                        .status())
                .as("on the first node")
                .isEqualTo(status);
    }

    /** Makes all refresh tokens that were used until now look as if that had been an hour ago. */
    void letAnHourPassForRefreshTokens() throws SQLException {
        try (Connection database = first.openDatabase();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update refresh_token set rotated_at = rotated_at - 3600000");
        }
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
