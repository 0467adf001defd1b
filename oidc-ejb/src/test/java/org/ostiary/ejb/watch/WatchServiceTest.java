package org.ostiary.ejb.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.OperationSettings;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;

class WatchServiceTest {

    private static final String TOKEN = "0123456789abcdef01234567";

    @Test
    @DisplayName("W17: nobody may read the metrics who is not let")
    void isClosedByDefault() {
        WatchService closed = RunningProvider.emptied().service(WatchService.class);
        assertThat(closed.mayRead("127.0.0.1", null)).isFalse();
        assertThat(closed.mayRead("127.0.0.1", "")).isFalse();
        WatchService open = RunningProvider.with(SampleConfig.production()
                        .with(new OperationSettings(
                                Duration.ZERO, null, Duration.ZERO, TOKEN, List.of("10.2.0.0/16"), null)))
                .service(WatchService.class);
        assertThat(open.mayRead("192.0.2.7", TOKEN)).isTrue();
        assertThat(open.mayRead("192.0.2.7", TOKEN + "x")).isFalse();
        assertThat(open.mayRead("192.0.2.7", null)).isFalse();
        assertThat(open.mayRead("10.2.3.4", null)).isTrue();
        assertThat(open.mayRead("10.3.3.4", null)).isFalse();
    }

    @Test
    @DisplayName("Part 12: requests, refusals, hashes, signatures, tables and backlogs are told; tables once a minute")
    void tells() {
        RunningProvider provider = RunningProvider.with(SampleConfig.production());
        provider.configure(SampleClient.confidentialClient());
        provider.addAccount("alice");
        WatchService watch = provider.service(WatchService.class);
        SampleTokens tokens = new SampleTokens(provider);
        String code = new SampleBrowser(provider).codeFor(validRequest(), "alice");
        tokens.exchange(validTokenRequest(code));
        watch.begin("request-9");
        watch.end("token", 400, 2_000_000);
        provider.clock().forward(Duration.ofSeconds(30));
        String text = watch.metrics();
        assertThat(text)
                .contains(
                        "ostiary_signatures{provider=\"Java's own\"} 1",
                        "ostiary_requests_total{endpoint=\"token\",outcome=\"refused\"} 1",
                        "ostiary_request_seconds_sum{endpoint=\"token\"} 0.002000",
                        "ostiary_signature_seconds_count{algorithm=\"RS256\"} 1",
                        "ostiary_password_hash_seconds_count ",
                        "ostiary_table_rows{table=\"account\"} 1\n",
                        "ostiary_table_rows{table=\"access_token\"} 1\n",
                        "ostiary_table_oldest_seconds{table=\"account\"} 30\n",
                        "ostiary_waiting_oldest_seconds{for=\"sealing\"} 30\n",
                        "ostiary_waiting{for=\"mail\"} 0\n")
                .doesNotContain("alice", code);
        provider.addAccount("bob");
        provider.clock().forward(Duration.ofSeconds(59));
        assertThat(watch.metrics()).contains("ostiary_table_rows{table=\"account\"} 1\n");
        provider.clock().forward(Duration.ofSeconds(2));
        assertThat(watch.metrics()).contains("ostiary_table_rows{table=\"account\"} 2\n");
    }

    @Test
    @DisplayName("While the database is down, what is known without it is told, and that it is down")
    void tellsWithoutTheDatabase() {
        RunningProvider provider = RunningProvider.with(SampleConfig.production());
        WatchService watch = provider.service(WatchService.class);
        watch.end("token", 200, 1_000_000);
        assertThat(watch.metrics()).contains("ostiary_database_up 1\n", "ostiary_table_rows{table=\"account\"} 0\n");
        provider.database().execute("drop all objects");
        assertThat(watch.metrics())
                .contains("ostiary_database_up 0\n", "ostiary_requests_total{endpoint=\"token\",outcome=\"ok\"} 1")
                .doesNotContain("ostiary_table_rows");
    }
}
