package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** An operator who made mistakes reads all of them at once, each with what would be right. */
class WrongConfigurationIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    @DisplayName("A wrong configuration stops the start, with one line for each mistake")
    void namesEveryMistake() throws InterruptedException {
        ServerSettings wrong = ServerSettings.standard()
                .with("oidc.issuer", "http://op.example.org")
                .with("oidc.lifespans.access-token", "3 hours")
                .with("oidc.client.conf-post.redirect-uris", "javascript:alert(1)")
                .with("oidc.accesstoken", "1h");
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, wrong)) {
            server.launch();
            awaitLine(server, "oidc.lifespans.access-token");

            assertThat(server.ready()).isFalse();
            assertThat(mistakes(server, "oidc.issuer"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).contains("http://op.example.org").contains("https"));
            assertThat(mistakes(server, "oidc.lifespans.access-token"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("3 hours"));
            assertThat(mistakes(server, "oidc.client.conf-post.redirect-uris"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("javascript:alert(1)"));
        }
    }

    private static List<String> mistakes(OstiaryServer server, String key) {
        return server.logSinceStart().lines().filter(line -> line.contains(key)).toList();
    }

    private static void awaitLine(OstiaryServer server, String text) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!server.logSinceStart().contains(text)) {
            assertThat(Instant.now())
                    .as("waiting for %s in %s", text, server.log())
                    .isBefore(deadline);
            Thread.sleep(200);
        }
    }
}
