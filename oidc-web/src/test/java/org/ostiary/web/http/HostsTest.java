package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.web.fixture.SampleConfig;
import org.ostiary.web.fixture.SampleRequest;

class HostsTest {

    @ParameterizedTest
    @DisplayName("W04, RFC 9110 7.4: the issuer's host, with or without its standard port, in any case")
    @CsvSource({
        "https://id.example.org,id.example.org",
        "https://id.example.org,ID.Example.org",
        "https://id.example.org,id.example.org:443",
        "https://id.example.org:8443,id.example.org:8443",
        "https://example.org/id,example.org",
        "http://localhost:8080,localhost:8080",
        "http://localhost:8080,127.0.0.1:8080",
        "http://localhost:8080,[::1]:8080",
        "http://127.0.0.1:8080,localhost:8080"
    })
    void takesItsOwnHost(String issuer, String host) {
        assertThat(refusal(issuer, SampleRequest.get("/").with("Host", host))).isZero();
    }

    @ParameterizedTest
    @DisplayName("W04, RFC 9110 15.5.20: every other host is misdirected")
    @CsvSource({
        "https://id.example.org,evil.test",
        "https://id.example.org,id.example.org.evil.test",
        "https://id.example.org,evil.id.example.org",
        "https://id.example.org,id.example.org:80",
        "https://id.example.org,id.example.org:8443",
        "https://id.example.org,id.example.org.",
        "https://id.example.org,user@id.example.org",
        "https://id.example.org,''",
        "https://id.example.org,localhost",
        "https://id.example.org:8443,id.example.org",
        "https://id.example.org:8443,id.example.org:443",
        "http://localhost:8080,localhost",
        "http://localhost:8080,localhost:9090",
        "http://localhost:8080,localhost.evil.test:8080",
        "http://localhost:8080,evil.test:8080"
    })
    void refusesOtherHosts(String issuer, String host) {
        assertThat(refusal(issuer, SampleRequest.get("/").with("Host", host))).isEqualTo(421);
    }

    @Test
    @DisplayName("RFC 9112 3.2: no host and two hosts are bad requests")
    void wantsOneHost() {
        assertThat(refusal("https://id.example.org", SampleRequest.get("/"))).isEqualTo(400);
        assertThat(refusal(
                        "https://id.example.org",
                        SampleRequest.get("/").with("Host", "id.example.org").with("Host", "id.example.org")))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("W04: what a forwarded header says counts only from a configured proxy")
    void believesConfiguredProxiesOnly() {
        SampleRequest forwarded =
                SampleRequest.get("/").with("Host", "internal:8080").with("X-Forwarded-Host", "id.example.org");
        assertThat(refusal("https://id.example.org", forwarded.from("10.0.0.9"), "10.0.0.0/8"))
                .isZero();
        assertThat(refusal("https://id.example.org", forwarded.from("192.0.2.7"), "10.0.0.0/8"))
                .isEqualTo(421);
        assertThat(refusal("https://id.example.org", forwarded.from("10.0.0.9")))
                .isEqualTo(421);
        SampleRequest lying =
                SampleRequest.get("/").with("Host", "id.example.org").with("X-Forwarded-Host", "evil.test");
        assertThat(refusal("https://id.example.org", lying.from("10.0.0.9"), "10.0.0.0/8"))
                .isEqualTo(421);
        assertThat(refusal("https://id.example.org", lying.from("192.0.2.7"), "10.0.0.0/8"))
                .isZero();
    }

    @Test
    void letsProbesComeUnderAnyName() {
        assertThat(refusal(
                        "https://id.example.org",
                        SampleRequest.get("/health/live").with("Host", "10.1.2.3:8080")))
                .isZero();
    }

    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, because each test has a configuration of its own.
    private static int refusal(String issuer, SampleRequest request, String... trustedProxies) {
        ProviderConfig config = SampleConfig.of(issuer, trustedProxies);
        Hosts hosts = new Hosts();
        hosts.config = config;
        hosts.proxies = new Proxies();
        hosts.proxies.config = config;
        hosts.paths = new IssuerPath();
        hosts.paths.config = config;
        return hosts.refusal(request.build());
    }
}
