package org.ostiary.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** Networks deliver a body when they like: after the head, and piece by piece. */
@OnEveryServer
class BodyInPiecesIT {
    private final OstiaryServer server;

    BodyInPiecesIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("The token endpoint reads a body that arrives after the head, from its first byte to its last")
    void readsALateBodyCompletely() throws InterruptedException {
        byte[] request = new RelyingParty(server, TestClients.CONF_BASIC)
                .redemption(AuthorizationRequest.valid(TestClients.CONF_BASIC), "ost_ac_unknown")
                .raw();
        int body = new String(request, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;

        try (RawHttp connection = new RawHttp(server.port())) {
            sendSlowly(connection, request, 0, body, body + 1, body + 2, request.length);
            RawAnswer answer = connection.receive();

            // Everything was understood but the code, which nobody issued.
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("invalid_grant");
        }
    }

    @Test
    @DisplayName("RFC 9110 15.5.9: a body of which not one byte arrives is told so, whoever would have read it")
    void tellsWhoSendsNothing() {
        for (String path : List.of("/api/oidc/token", "/api/oidc/authorization", "/login.xhtml")) {
            try (RawHttp connection = new RawHttp(server.port())) {
                String head = connection.head("POST", path)
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\n";

                RawAnswer answer = connection
                        .send(head.getBytes(StandardCharsets.ISO_8859_1))
                        .receive();

                assertThat(answer.status()).as(path + ": " + answer.head()).isEqualTo(408);
            }
        }
    }

    private static void sendSlowly(RawHttp connection, byte[] request, int... ends) throws InterruptedException {
        for (int i = 1; i < ends.length; i++) {
            connection.send(Arrays.copyOfRange(request, ends[i - 1], ends[i]));
            Thread.sleep(300);
        }
    }
}
