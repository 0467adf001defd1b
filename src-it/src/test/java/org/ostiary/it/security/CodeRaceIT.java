package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertDead;

import java.util.List;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Race;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Single use is decided by the database, whatever comes at the same moment. */
class CodeRaceIT {
    private static final int CODES = 200;
    private static final int RACERS = 20;

    @ParameterizedTest
    @EnumSource(
            value = Flavour.class,
            names = {"MICRO_H2", "MICRO_POSTGRES"})
    @DisplayName("B02: of 20 simultaneous redemptions one succeeds, for each of 200 codes; then its tokens are dead")
    void redeemsOnce(Flavour flavour) {
        OstiaryServer server = Servers.shared(flavour);
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        Journey journey = SignedIn.bob(server);
        try (Race race = new Race(server.port(), RACERS)) {
            for (int i = 0; i < CODES; i++) {
                AuthorizationRequest request = application.validRequest();
                String code = journey.authorize(request, TestAccounts.BOB).code();
                List<RawAnswer> answers =
                        race.run(application.redemption(request, code).raw());
                assertDead(server, theOnlyWinner(answers));
            }
        }
    }

    private static String theOnlyWinner(List<RawAnswer> answers) {
        assertThat(answers).hasSize(RACERS);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(loser -> {
            assertThat(loser.status()).as(loser.head()).isEqualTo(400);
            assertThat(loser.body()).contains("\"error\":\"invalid_grant\"");
        });
        return answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> accessToken(answer.body()))
                .findFirst()
                .orElseThrow();
    }

    private static String accessToken(String json) {
        try {
            return String.valueOf(JsonUtil.parseJson(json).get("access_token"));
        } catch (JoseException e) {
            throw new AssertionError(json, e);
        }
    }
}
