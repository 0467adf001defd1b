package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What was answered is remembered, whatever happens to the process afterwards. */
class DurabilityIT {
    private static final int ACKNOWLEDGED = 50;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    @DisplayName("A restart and a kill -9 lose no session, consent, code, token or key")
    void losesNothing(Flavour flavour) throws InterruptedException {
        // A busy machine may need longer for a restart than the minute that codes live by default.
        ServerSettings settings = ServerSettings.standard().with("oidc.lifespans.authorize-code", "10m");
        try (OstiaryServer server = Servers.fresh(flavour, settings)) {
            server.start();
            survivesARestart(server);
            survivesACrash(server);
        }
    }

    private static void survivesARestart(OstiaryServer server) {
        RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
        Journey journey = new Journey(server);
        Tokens tokens = application.tokensFor(journey, TestAccounts.ALICE, application.validRequest());
        AuthorizationRequest unfinished = application.validRequest();
        String code = journey.authorize(unfinished, TestAccounts.ALICE).code();
        List<?> keys = keys(server);

        server.restart();

        assertThat(keys(server)).as("published keys").isEqualTo(keys);
        assertThat(application.verifiedIdToken(tokens)).containsEntry("azp", "conf-basic");
        assertThat(application.userinfo(tokens.accessToken()).status()).isEqualTo(200);
        assertThat(application.redemption(unfinished, code).send().status())
                .as("a code from before the restart")
                .isEqualTo(200);
        var away = journey.open(application.validRequest());
        assertThat(journey.arrived(away).parameters().find("code"))
                .as("session and consent from before the restart")
                .isPresent();
    }

    private static void survivesACrash(OstiaryServer server) throws InterruptedException {
        List<String> acknowledged = new ManyTokens(server).issueUntilKilledAfter(ACKNOWLEDGED);

        server.start();

        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED)
                .allSatisfy(token ->
                        assertThat(application.userinfo(token).status()).isEqualTo(200));
    }

    private static List<?> keys(OstiaryServer server) {
        Map<String, Object> jwks =
                new UserAgent().get(server.endpoint("/jwks.json")).json();
        return (List<?>) jwks.getOrDefault("keys", List.of());
    }
}
