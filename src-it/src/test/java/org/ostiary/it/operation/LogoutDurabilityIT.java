package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.LogoutListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;

/**
 * A server that dies before clients were told tells them when it is back. The system property {@code ostiary.kills} says how
 * often it dies.
 */
class LogoutDurabilityIT {

    private static final int PEOPLE = 5;
    private static final int KILLS = Integer.getInteger("ostiary.kills", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    @Test
    @DisplayName("S27: kill -9 between the logout and its delivery loses none, and what was taken is not sent again")
    void losesNothing() throws InterruptedException {
        try (LogoutListener listener = new LogoutListener().answers("durable", 503)) {
            TestClient client = TestClient.confidential(
                            "durable",
                            "secret-of-durable-j8k7h6g5",
                            "client_secret_basic",
                            CallbackListener.shared().callback())
                    .with("consent-mode", "implicit")
                    .with("backchannel-logout-uri", listener.address("durable"));
            ServerSettings settings = ServerSettings.standard()
                    .with("oidc.outbound.allowed-addresses", "127.0.0.1")
                    .withAll(client.keys());
            try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, settings)) {
                server.start();
                for (int kill = 0; kill < KILLS; kill++) {
                    killBetween(server, client, listener, kill % 2 == 0);
                }
            }
        }
    }

    /**
     * @param refused whether deliveries were tried and refused when the server dies; otherwise they are under way
     */
    private static void killBetween(OstiaryServer server, TestClient client, LogoutListener listener, boolean refused)
            throws InterruptedException {
        listener.answers("durable", refused ? 503 : 200).waits("durable", refused ? Duration.ZERO : PATIENCE);
        int atFirst = listener.arrivals("durable").size();
        for (int person = 0; person < PEOPLE; person++) {
            signInAndOut(server, client);
        }
        listener.await("durable", atFirst + PEOPLE, PATIENCE);
        server.kill();
        int before = listener.arrivals("durable").size();
        listener.answers("durable", 200).waits("durable", Duration.ZERO);
        server.start();
        List<String> told = sids(listener.await("durable", before + PEOPLE, PATIENCE), before);
        assertThat(told).hasSize(PEOPLE).doesNotHaveDuplicates();
        Thread.sleep(Duration.ofSeconds(3).toMillis());
        assertThat(listener.arrivals("durable")).hasSize(before + PEOPLE);
    }

    private static void signInAndOut(OstiaryServer server, TestClient client) {
        Journey journey = new Journey(server);
        journey.authorize(AuthorizationRequest.valid(client), TestAccounts.BOB);
        Answer page = journey.open(server.endpoint("/logout.xhtml"));
        journey.follow(journey.browser().post(page.form().action(), page.form().press("logout-confirm")));
    }

    private static List<String> sids(List<LogoutListener.Arrival> arrivals, int from) {
        List<String> sids = new ArrayList<>();
        for (LogoutListener.Arrival arrival : arrivals.subList(from, arrivals.size())) {
            String claims = new String(
                    Base64.getUrlDecoder().decode(arrival.logoutToken().split("\\.", 3)[1]), StandardCharsets.UTF_8);
            Matcher sid = SID.matcher(claims);
            assertThat(sid.find()).isTrue();
            sids.add(sid.group(1));
        }
        return sids;
    }
}
