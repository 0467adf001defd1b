package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/**
 * Keys of every algorithm follow one another every fifteen seconds, on two nodes, one of which is killed in the middle. Three
 * libraries that keep the key set as long as they may verify every token, when it is new and again when it is nearly over.
 *
 * <p>The system property {@code ostiary.rotation-seconds} makes the run longer than usual.
 */
class RotationIT {
    private static final Logger LOG = Logger.getLogger(RotationIT.class.getName());
    private static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256", "ES384", "EdDSA");
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("ostiary.rotation-seconds", 90));
    private static final Duration NEARLY_OVER = Duration.ofSeconds(35);
    private static final int PAUSE_MILLIS = 5;
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private record Kept(String token, long until) {}

    @Test
    @DisplayName("S29: nobody notices that keys rotate, nor that a node dies meanwhile; hints outlive their keys")
    void rotatesUnnoticed() throws Exception {
        try (TwoNodes nodes = TwoNodes.start(settings())) {
            RelyingParty application = new RelyingParty(nodes.first(), TestClients.IMPLICIT_CONSENT);
            Journey journey = new Journey(nodes.first());
            Tokens early = application.tokensFor(journey, TestAccounts.BOB, application.validRequest());
            List<Integer> ports = nodes.ports();
            KeptKeys nimbus = new KeptKeys(nodes.first(), ports);
            ForeignVerifier others = new ForeignVerifier(nodes.first(), ports);

            int issued = run(nodes, nimbus, others);

            Map<String, Object> verdict = others.verdict();
            LOG.info(() -> issued + " tokens, " + keysMade(nodes.first()) + " keys, other libraries: " + verdict);
            assertThat(verdict).containsEntry("failed", 0L);
            assertThat(verdict.get("verified")).asInstanceOf(LONG).isGreaterThan(2L * issued);
            assertThat(keysMade(nodes.first())).isGreaterThan(ALGORITHMS.size() * 3L);
            assertHintWorks(nodes.first(), journey, early.member("id_token"));
        }
    }

    /** Answers how many tokens were issued; the nodes are asked in turn. */
    private static int run(TwoNodes nodes, KeptKeys nimbus, ForeignVerifier others) throws InterruptedException {
        List<TokenRequest> requests = requests(nodes.first());
        List<String> faults = new ArrayList<>();
        Queue<Kept> kept = new ArrayDeque<>();
        long start = System.nanoTime();
        int issued = 0;
        Thread restart = new Thread(nodes::restartSecond, "restart");
        for (int each = 0; System.nanoTime() - start < RUN.toNanos(); each++) {
            if (restart.getState() == Thread.State.NEW && System.nanoTime() - start > RUN.toNanos() / 3) {
                nodes.killSecond();
                restart.start();
            }
            TokenRequest request = requests.get(each % requests.size());
            String token = each / requests.size() % 2 == 0
                    ? token(nodes.ports().get(0), request)
                    : token(nodes.ports().get(1), request);
            if (!token.isEmpty()) {
                issued++;
                verify(token, nimbus, others, faults);
                kept.add(new Kept(token, System.nanoTime() + NEARLY_OVER.toNanos()));
            }
            while (!kept.isEmpty() && System.nanoTime() - kept.element().until() >= 0) {
                verify(kept.remove().token(), nimbus, others, faults);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        restart.join();
        assertThat(faults).isEmpty();
        return issued;
    }

    private static void verify(String token, KeptKeys nimbus, ForeignVerifier others, List<String> faults)
            throws InterruptedException {
        nimbus.fault(token).ifPresent(faults::add);
        others.verify(token);
    }

    /** Empty while the node is dead. */
    private static String token(int port, TokenRequest request) {
        try {
            RawAnswer answer = RawHttp.exchange(port, new String(request.raw(), StandardCharsets.ISO_8859_1));
            Matcher token = ACCESS_TOKEN.matcher(answer.body());
            return answer.status() == 200 && token.find() ? token.group(1) : "";
        } catch (UncheckedIOException | AssertionError dead) { // Or it begins to listen, and does not answer yet.
            return "";
        }
    }

    /** The key that signed it is published no more, and destroyed; it still proves whose session is to end. */
    private static void assertHintWorks(OstiaryServer server, Journey journey, String hint) {
        Answer keys = journey.browser().get(server.endpoint("/jwks.json"));
        String kid = new String(Base64.getUrlDecoder().decode(hint.split("\\.", 2)[0]), StandardCharsets.UTF_8)
                .replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
        assertThat(keys.body()).doesNotContain(kid);
        Answer answer = journey.open(server.endpoint("/api/oidc/end-session?id_token_hint=" + hint));
        assertThat(answer.hasElement("logout-done")).as(answer.body()).isTrue();
    }

    private static long keysMade(OstiaryServer server) {
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from signing_key")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TokenRequest> requests(OstiaryServer server) {
        return ALGORITHMS.stream()
                .map(algorithm -> TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                        .as(client(algorithm)))
                .toList();
    }

    private static TestClient client(String algorithm) {
        return TestClient.confidential(
                        "signed-" + algorithm, "secret-of-" + algorithm + "-k3j4h5g6f7d8", "client_secret_basic")
                .with("grant-types", "client_credentials")
                .with("scopes", "read")
                .with("access-token-signed-response-alg", algorithm);
    }

    private static ServerSettings settings() {
        Map<String, String> clients = new LinkedHashMap<>();
        ALGORITHMS.forEach(algorithm -> clients.putAll(client(algorithm).keys()));
        return ServerSettings.standard()
                .with("oidc.lifespans.access-token", "1m")
                .with("oidc.lifespans.id-token", "1m")
                .with("oidc.keys.jwks-max-age", "1s")
                .with("oidc.keys.lead", "15s")
                .with("oidc.keys.period", "15s")
                .with("oidc.keys.retention", "1m")
                .with("oidc.keys.hint-retention", "20m")
                .with("oidc.keys.rsa-bits", "2048")
                .withAll(clients);
    }
}
