package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.web.fixture.SampleConfig;
import org.ostiary.web.fixture.SampleRequest;

class ProxiesTest {

    @ParameterizedTest
    @DisplayName("RFC 9700 4.13: the caller is the last hop that no proxy of ours vouches for")
    @CsvSource({
        "192.0.2.7,'',192.0.2.7",
        "192.0.2.7,6.6.6.6,192.0.2.7",
        "10.0.0.9,198.51.100.1,198.51.100.1",
        "10.0.0.9,'6.6.6.6, 198.51.100.1',198.51.100.1",
        "10.0.0.9,'6.6.6.6, 198.51.100.1, 10.0.0.8',198.51.100.1",
        "10.0.0.9,'10.0.0.7, 10.0.0.8',10.0.0.7",
        "10.0.0.9,'',10.0.0.9",
        "10.0.0.9,unknown,10.0.0.9",
        "10.0.0.9,evil.test,10.0.0.9",
        "10.0.0.9,'198.51.100.1, rubbish',10.0.0.9",
        "10.0.0.9,999.1.1.1,10.0.0.9",
        "10.0.0.9,'<script>',10.0.0.9",
        "fd00:0:0:0:0:0:0:9,2001:db8::1,2001:db8::1",
        "fd01:0:0:0:0:0:0:9,2001:db8::1,fd01::9",
        "10.0.0.9,2001:DB8:0:0::1,2001:db8::1"
    })
    void findsTheCaller(String peer, String forwardedFor, String caller) {
        SampleRequest request = SampleRequest.get("/").from(peer);
        assertThat(caller(forwardedFor.isEmpty() ? request : request.with("X-Forwarded-For", forwardedFor)))
                .isEqualTo(caller);
    }

    @Test
    @DisplayName("RFC 9110 5.3: a caller's own line of the header does not hide the proxy's")
    void readsEveryLine() {
        assertThat(caller(SampleRequest.get("/")
                        .from("10.0.0.9")
                        .with("X-Forwarded-For", "6.6.6.6")
                        .with("X-Forwarded-For", "198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, because the test has a configuration of its own.
    private static String caller(SampleRequest request) {
        Proxies proxies = new Proxies();
        proxies.config = SampleConfig.of("https://id.example.org", "10.0.0.0/8", "fd00::/16");
        return proxies.callerOf(request.build());
    }
}
