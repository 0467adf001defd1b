package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
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

/** What operators see of a running server: health, metrics, a log in lines of JSON, and how it takes its leave. */
class WatchedServerIT {

    private static final String TOKEN = "metrics-token-of-this-test-only";

    private final UserAgent monitor = new UserAgent();

    @Test
    @DisplayName("Part 12: a server is watched by those who may, its log names requests and no secret, and it drains")
    void isWatched() throws IOException {
        ServerSettings settings = ServerSettings.standard()
                .with("oidc.metrics.token", TOKEN)
                .with("oidc.log-file", "{data}/log/ostiary.jsonl")
                .with("oidc.shutdown-delay", "2m");
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, settings)) {
            server.start();
            assertThat(monitor.get(server.endpoint("/health/started")).json()).containsEntry("status", "UP");
            assertThat(monitor.get(server.endpoint("/health/live")).json()).containsKey("checks");
            RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
            Journey journey = new Journey(server);
            AuthorizationRequest request = application.validRequest();
            String code = journey.authorize(request, TestAccounts.ALICE).code();
            Tokens tokens = application.redemption(request, code).tokens();
            Answer refused = application.redemption(request, code).send();
            assertThat(refused.status()).isEqualTo(400);

            showsMetrics(server);
            String log = Files.readString(log(server));
            assertThat(log.lines()).allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
            assertThat(log)
                    .contains("\"request\":\"" + refused.header("X-Request-Id").orElseThrow())
                    .doesNotContain(code, tokens.accessToken(), tokens.idToken(), request.verifier())
                    .doesNotContain(TestAccounts.ALICE.password(), String.valueOf(TestClients.CONF_BASIC.secret()))
                    .doesNotContain(journey.browser().cookies().values());
            drains(server);
        }
    }

    private void showsMetrics(OstiaryServer server) {
        assertThat(monitor.get(server.endpoint("/metrics")).status()).isEqualTo(404);
        assertThat(metrics(server, "another-token-of-that-length").status()).isEqualTo(404);
        Answer metrics = metrics(server, TOKEN);
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(metrics.body())
                .contains(
                        "ostiary_requests_total{endpoint=\"token\",outcome=\"ok\"} 1",
                        "ostiary_requests_total{endpoint=\"token\",outcome=\"refused\"} 1",
                        "ostiary_requests_total{endpoint=\"metrics\",outcome=\"refused\"} 2",
                        "ostiary_refusals_total{rule=\"",
                        "ostiary_password_hash_seconds_count ",
                        "ostiary_signature_seconds_count{algorithm=\"RS256\"}",
                        "ostiary_table_rows{table=\"login_session\"} 1");
    }

    private Answer metrics(OstiaryServer server, String token) {
        return monitor.send(
                HttpRequest.newBuilder(server.endpoint("/metrics")).header("Authorization", "Bearer " + token));
    }

    /** From the moment it is told to stop it is not ready, while everything still works, also what nobody had asked for before. */
    private void drains(OstiaryServer server) {
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
        boolean ready = server.ready();
        while (ready && !stopping.isDone()) {
            ready = server.ready();
        }
        assertThat(ready).isFalse();
        assertThat(monitor.get(server.endpoint("/health/live")).status()).isEqualTo(200);
        assertThat(monitor.get(server.endpoint("/jwks.json")).json()).containsKey("keys");
        Journey late = new Journey(server);
        RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
        AuthorizationRequest request = application.validRequest();
        String code = late.authorize(request, TestAccounts.ALICE).code();
        assertThat(application.redemption(request, code).tokens().accessToken()).isNotEmpty();
        server.stop();
        stopping.join();
        assertThat(server.running()).isFalse();
    }

    private static Path log(OstiaryServer server) {
        return server.dataDirectory().resolve("log/ostiary.jsonl.0");
    }
}
