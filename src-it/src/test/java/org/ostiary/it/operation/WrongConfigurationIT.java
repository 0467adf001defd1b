package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.ConfigurationCheck;
import org.ostiary.it.server.ConfigurationCheck.Verdict;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** An operator who made mistakes reads all of them at once, each with what would be right. */
class WrongConfigurationIT {
    private static final ServerSettings WRONG = ServerSettings.standard()
            .with("oidc.issuer", "http://op.example.org")
            .with("oidc.lifespans.access-token", "3 hours")
            .with("oidc.master-key", "${no-such-alias}")
            .with("oidc.client.conf-post.redirect-uris", "javascript:alert(1)");

    @Test
    @DisplayName("The check before the start ends with 1 and one line for each mistake")
    void isNamedBeforeTheStart() {
        Verdict verdict = ConfigurationCheck.of(WRONG);

        assertThat(verdict.exitCode()).isEqualTo(1);
        assertNamesEveryMistake(verdict.lines());
        assertThat(ConfigurationCheck.of(ServerSettings.standard()).exitCode()).isZero();
    }

    @Test
    @DisplayName("The archive itself refuses to work with a wrong configuration, with one line for each mistake")
    void stopsTheStart() {
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, WRONG)) {
            server.launch();
            server.awaitEndOfStart();

            assertThat(server.ready()).isFalse();
            if (server.running()) {
                assertThat(new UserAgent()
                                .get(server.endpoint("/.well-known/openid-configuration"))
                                .status())
                        .isGreaterThanOrEqualTo(400);
            }
            // The container prints what stopped the deployment again, in its own way.
            List<String> lines = server.logSinceStart()
                    .lines()
                    .filter(line -> line.contains("SEVERE"))
                    .filter(line -> !line.contains("Ostiary does not start"))
                    .toList();
            assertNamesEveryMistake(lines);
            assertThat(lines)
                    .satisfiesOnlyOnce(line ->
                            assertThat(line).contains("oidc.master-key names ${no-such-alias}, which no source has"));
        }
    }

    private static void assertNamesEveryMistake(List<String> lines) {
        assertThat(lines)
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("oidc.issuer = \"http://op.example.org\"")
                        .contains("https"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("oidc.lifespans.access-token = \"3 hours\""))
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("oidc.client.conf-post.redirect-uris")
                        .contains("javascript:alert(1)"));
    }
}
