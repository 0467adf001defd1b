package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;

/** Senders who never come to an end (W27), on a server that was started with the pre-boot commands of this repository. */
class SlowSendersIT {
    private static final int BODIES = 2_000;
    private static final int HEADS = 2_000;
    private static final int GOOD_REQUESTS = 40;
    private static final int PATIENCE = 20_000;

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);
    private final List<Socket> slow = new ArrayList<>();

    @Test
    @DisplayName(
            "W27: 2,000 bodies and 2,000 heads that drip keep nobody from being served, and the bodies are cut off")
    void servesTheOthers() throws IOException {
        String head = " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n";
        String body = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na";
        ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
        try {
            open(BODIES, "POST /api/oidc/token" + head + body);
            open(HEADS, "GET /jwks.json" + head + "X-Slow: a");
            List<Socket> all = List.copyOf(slow);
            Future<?> unused = dripping.scheduleWithFixedDelay(
                    () -> all.forEach(SlowSendersIT::drip), 0, 500, TimeUnit.MILLISECONDS);
            for (int each = 0; each < GOOD_REQUESTS; each++) {
                assertThat(new UserAgent().get(server.endpoint("/jwks.json")).status())
                        .isEqualTo(200);
                String asked = head.replaceFirst(" HTTP", "POST /api/oidc/token HTTP");
                assertThat(RawHttp.exchange(server.port(), asked + body.replace("1000\r\n\r\na", "1\r\n\r\na"))
                                .status())
                        .as("understood, and refused for want of a client")
                        .isEqualTo(401);
            }
            for (Socket each : slow.subList(0, BODIES)) {
                assertThat(firstWords(each))
                        .as("given up in time, or one too many to be waited for")
                        .isIn("HTTP/1.1 408", "HTTP/1.1 503", "");
            }
        } finally {
            dripping.shutdownNow();
            for (Socket each : slow) {
                each.close();
            }
        }
        assertThat(server.ready()).isTrue();
    }

    private void open(int count, String start) throws IOException {
        for (int each = 0; each < count; each++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(PATIENCE);
            slow.add(socket);
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Empty where the server hung up, which it may do while more is sent. */
    private static String firstWords(Socket connection) throws IOException {
        try {
            return new String(connection.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException cutOff) {
            // What the server says then is read by the test.
        }
    }
}
