package org.ostiary.ejb.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.Issuer;

class RedirectUriRegistrationTest {
    private final RedirectUriRegistration production =
            new RedirectUriRegistration(Issuer.of("https://id.example.org"), false);
    private final RedirectUriRegistration development =
            new RedirectUriRegistration(Issuer.of("http://localhost:8080"), false);
    private final RedirectUriRegistration insecure =
            new RedirectUriRegistration(Issuer.of("https://id.example.org"), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rp.test/cb",
                "https://rp.test",
                "https://rp.test:8443/cb",
                "https://rp.test/cb?tenant=a%2Fb&x=1",
                "https://10.0.0.7/cb",
                "https://[2001:db8::1]/cb",
                "https://localhost/cb",
                "https://rp.test/a@b",
                "https://rp.test/..cb/v1.0",
                "https://rp.test/caf%C3%A9",
                "https://xn--caf-dma.test/cb"
            })
    void everyClientMayHaveHttps(String uri) {
        assertThat(production.refusal(uri, ApplicationType.WEB)).isEmpty();
        assertThat(production.refusal(uri, ApplicationType.NATIVE)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("RFC 8252 7.3: a native client may have http on loopback")
    @ValueSource(
            strings = {"http://127.0.0.1/cb", "http://[::1]/cb", "http://localhost:4000/cb", "http://127.0.0.1:1/"})
    void aNativeClientMayHaveLoopback(String uri) {
        assertThat(production.refusal(uri, ApplicationType.NATIVE)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("RFC 8252 7.1: a native client may have a private-use scheme with a dot")
    @ValueSource(strings = {"com.example.app:/cb", "com.example.app://cb/x", "com.example-2.app:/"})
    void aNativeClientMayHaveAPrivateUseScheme(String uri) {
        assertThat(production.refusal(uri, ApplicationType.NATIVE)).isEmpty();
    }

    @Test
    void inDevelopmentAWebClientMayHaveLoopback() {
        assertThat(development.refusal("http://localhost:3000/cb", ApplicationType.WEB))
                .isEmpty();
        assertThat(development.refusalOfInitiateLoginUri("http://localhost:3000/"))
                .isEmpty();
    }

    @Test
    @DisplayName("A10: the development switch allows plain http and marks it insecure")
    void theSwitchAllowsPlainHttp() {
        assertThat(insecure.refusal("http://rp.test/cb", ApplicationType.WEB)).isEmpty();
        assertThat(RedirectUriRegistration.insecure("http://rp.test/cb")).isTrue();
        assertThat(RedirectUriRegistration.insecure("http://localhost/cb")).isFalse();
        assertThat(RedirectUriRegistration.insecure("https://rp.test/cb")).isFalse();
    }

    @Test
    @DisplayName("OIDC Core 4: a login may be started at an https URI")
    void aLoginMayBeStartedAtHttps() {
        assertThat(production.refusalOfInitiateLoginUri("https://rp.test/login"))
                .isEmpty();
    }
}
