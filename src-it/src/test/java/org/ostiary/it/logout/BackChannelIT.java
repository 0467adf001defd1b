package org.ostiary.it.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.logout.ToldServer.BACK;
import static org.ostiary.it.logout.ToldServer.FLAKY;
import static org.ostiary.it.logout.ToldServer.HANGING;
import static org.ostiary.it.logout.ToldServer.LISTENER;
import static org.ostiary.it.logout.ToldServer.REFUSING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.LogoutListener.Arrival;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClient;

/** Applications are told by the server when a session ends (OIDC Back-Channel Logout 1.0). */
class BackChannelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OstiaryServer server = ToldServer.get();
    private final Journey journey = new Journey(server);

    @Test
    @DisplayName("S27, L04: one form with one logout token, for the session of the ID token, and no other browser's")
    void tellsTheClient() throws InterruptedException {
        int before = LISTENER.arrivals("back").size();
        ToldServer.signIn(new Journey(server), BACK);
        Tokens tokens = ToldServer.signIn(journey, BACK);
        ToldServer.signIn(journey, BACK);
        Map<String, Object> idToken = new RelyingParty(server, BACK).verifiedIdToken(tokens);
        signOut();
        Arrival arrival = LISTENER.await("back", before + 1, PATIENCE).get(before);
        assertThat(arrival.method()).isEqualTo("POST");
        assertThat(arrival.contentType()).isEqualTo("application/x-www-form-urlencoded");
        String header = new String(
                Base64.getUrlDecoder().decode(arrival.logoutToken().split("\\.", 2)[0]), StandardCharsets.UTF_8);
        assertThat(header).contains("\"typ\":\"logout+jwt\"", "\"alg\":\"RS256\"");
        Map<String, Object> claims = new RelyingParty(server, BACK).verifiedResponse(arrival.logoutToken());
        assertThat(claims)
                .containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti", "sid", "events")
                .containsEntry("sub", idToken.get("sub"))
                .containsEntry("sid", idToken.get("sid"))
                .containsEntry("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(seconds(claims, "exp") - seconds(claims, "iat")).isEqualTo(120);
        assertThat(LISTENER.arrivals("back")).hasSize(before + 1);
    }

    @Test
    @DisplayName("S27: 503, then 200: delivered at the second attempt, by a token of its own")
    void triesAgain() throws InterruptedException {
        LISTENER.answers("flaky", 503, 200);
        ToldServer.signIn(journey, FLAKY);
        signOut();
        List<Arrival> arrivals = LISTENER.await("flaky", 2, PATIENCE);
        assertThat(arrivals).hasSize(2);
        assertThat(jti(FLAKY, arrivals.get(0))).isNotEqualTo(jti(FLAKY, arrivals.get(1)));
    }

    @Test
    @DisplayName("L06: who hangs holds neither the person nor the others; the page says who answered")
    void waitsForNobody() throws InterruptedException {
        LISTENER.waits("hanging", Duration.ofSeconds(60)).answers("refusing", 400);
        int before = LISTENER.arrivals("back").size();
        ToldServer.signIn(journey, HANGING);
        ToldServer.signIn(journey, REFUSING);
        ToldServer.signIn(journey, BACK);
        Answer page = signOut();
        assertThat(page.textsOf("signed-out-applications", "bdi"))
                .containsExactly(
                        "Test client back: signed out.",
                        "Test client hanging: did not answer yet, and is asked again.",
                        "Test client refusing: cannot be told, and may keep you signed in until you sign out there.");
        assertThat(LISTENER.arrivals("back")).hasSize(before + 1);
    }

    private static String jti(TestClient client, Arrival arrival) {
        return String.valueOf(new RelyingParty(ToldServer.get(), client)
                .verifiedResponse(arrival.logoutToken())
                .get("jti"));
    }

    private static long seconds(Map<String, Object> claims, String name) {
        return Long.parseLong(String.valueOf(claims.get(name)));
    }

    private Answer signOut() {
        Answer page = journey.open(server.endpoint("/logout.xhtml"));
        return journey.follow(
                journey.browser().post(page.form().action(), page.form().press("logout-confirm")));
    }
}
