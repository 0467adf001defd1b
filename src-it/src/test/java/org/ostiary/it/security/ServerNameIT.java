package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;

/** A server that was started with the pre-boot commands of this repository does not say what it is. */
class ServerNameIT {
    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @Test
    @DisplayName("W01, W15: no answer names the server, not even those of its parser")
    void namesNoServer() {
        for (String request : List.of(
                "GET /",
                "GET /nope",
                "GET /jwks.json",
                "POST /api/oidc/token",
                "TRACE /",
                "GET /%zz",
                "GET /health/ready")) {
            RawAnswer answer = RawHttp.exchange(
                    server.port(),
                    request + " HTTP/1.1\r\nHost: localhost:" + server.port()
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer.head())
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("\r\nServer:")
                    .doesNotContain("\r\nX-Powered-By:");
        }
    }
}
