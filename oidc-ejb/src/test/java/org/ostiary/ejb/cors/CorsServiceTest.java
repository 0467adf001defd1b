package org.ostiary.ejb.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.Cors;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;

class CorsServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName("RFC 9700 2.6: what is not configured is not allowed")
    void allowsNothingByDefault() {
        CorsService service = service(new Cors(Set.of(), Set.of("https://spa.test"), true));
        assertThat(service.allows("token", "https://spa.test")).isFalse();
        assertThat(service.allows("token", "https://rp.test")).isFalse();
    }

    @Test
    @DisplayName("W03: a configured origin may call the configured endpoints and no others")
    void allowsWhatIsConfigured() {
        CorsService service = service(new Cors(Set.of("token"), Set.of("https://spa.test"), false));
        assertThat(service.allows("token", "https://spa.test")).isTrue();
        assertThat(service.allows("userinfo", "https://spa.test")).isFalse();
        assertThat(service.allows("token", "https://rp.test")).isFalse();
    }

    @ParameterizedTest
    @DisplayName("W03: the origin of a client's redirect URI, exactly, where that is switched on")
    @ValueSource(
            strings = {
                "https://rp.test",
                "https://bare.test",
                "https://query.test:8443",
                "http://127.0.0.1:3000",
                "http://[::1]:3000"
            })
    void allowsOriginsOfRedirectUris(String origin) {
        assertThat(withRedirectUris().allows("token", origin)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("W03: no twin of an allowed origin")
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "https://rp.test.evil.test",
                "https://evilrp.test",
                "https://rp",
                "https://rp.tes",
                "http://rp.test",
                "https://rp.test:443",
                "https://rp.test:8443",
                "https://RP.test",
                "https://rp.test/",
                "https://rp.test/app",
                "https://query.test",
                "https:",
                "http:",
                "http",
                "http://[::1]",
                "com.example.app:",
                "com.example.app"
            })
    void allowsNoTwin(String origin) {
        assertThat(withRedirectUris().allows("token", origin)).isFalse();
    }

    private CorsService withRedirectUris() {
        provider.configure(confidentialClient()
                .withRedirectUris(
                        "https://rp.test/app/cb",
                        "https://bare.test",
                        "https://query.test:8443?x=1",
                        "http://127.0.0.1:3000/cb",
                        "http://[::1]:3000/cb",
                        "com.example.app:/cb"));
        return service(new Cors(Set.of("token"), Set.of(), true));
    }

    /** Wired by hand, because each test has a configuration of its own. */
    @SuppressWarnings("UnnecessaryAssignment")
    private CorsService service(Cors cors) {
        CorsService service = new CorsService();
        service.config = SampleConfig.production().withCors(cors).build();
        service.clients = provider.service(ClientDirectory.class);
        return service;
    }
}
