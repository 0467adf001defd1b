package org.ostiary.ejb.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.Issuer;

class RedirectUriRegistrationRefusalsTest {
    private final RedirectUriRegistration production =
            new RedirectUriRegistration(Issuer.of("https://id.example.org"), false);
    private final RedirectUriRegistration development =
            new RedirectUriRegistration(Issuer.of("http://localhost:8080"), false);
    private final RedirectUriRegistration insecure =
            new RedirectUriRegistration(Issuer.of("http://localhost:8080"), true);

    @ParameterizedTest
    @DisplayName("A08, RFC 6749 3.1.2: no fragment, also not an encoded or empty one")
    @ValueSource(strings = {"https://rp.test/cb#", "https://rp.test/cb#x", "https://rp.test/cb%23x"})
    void refusesAFragment(String uri) {
        assertRefusedForAll(uri);
    }

    @ParameterizedTest
    @DisplayName("A03: no user information, however written")
    @ValueSource(
            strings = {
                "https://rp.test@evil.test/cb",
                "https://rp.test:443@evil.test/cb",
                "https://a@b@evil.test/cb",
                "https://evil.test%40rp.test/cb",
                "https://user@rp.test/app/cb",
                "https://@rp.test/cb",
                "com.example.app://user@rp.test/cb"
            })
    void refusesUserInformation(String uri) {
        assertRefusedForAll(uri);
    }

    @ParameterizedTest
    @DisplayName("A09: only listed schemes")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://rp.test/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://rp.test/x",
                "intent://x#Intent;end",
                "intent:/x",
                "about:blank",
                "ftp://rp.test/cb",
                "app:/cb",
                "ws://rp.test/",
                "urn:ietf:wg:oauth:2.0:oob",
                "HTTPS://rp.test/cb",
                "Com.Example.App:/cb",
                ".app:/cb",
                "app.:/cb",
                "com.example.app:cb",
                "com.example.app:",
                "view-source:https://rp.test"
            })
    void refusesEveryOtherScheme(String uri) {
        assertRefusedForAll(uri);
        assertThat(production.refusalOfInitiateLoginUri(uri)).isPresent();
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 3.1.2: absolute, with a host")
    @ValueSource(
            strings = {
                "",
                "/cb",
                "//rp.test/cb",
                "rp.test/cb",
                "https:",
                "https:/rp.test/cb",
                "https:rp.test/cb",
                "https://",
                "https:///cb",
                "https://:443/cb",
                "https://rp.test:/cb",
                "https://rp.test:99999/cb",
                "https://rp.test:8o/cb",
                "https://rp.test./cb",
                "https://rp_test/cb",
                "https://*.rp.test/cb",
                "https://rp..test/cb",
                "https://[::1/cb",
                "https://?x"
            })
    void refusesWhatNamesNoHost(String uri) {
        assertRefusedForAll(uri);
    }

    @ParameterizedTest
    @DisplayName("A05: nothing that programs read in different ways")
    @ValueSource(
            strings = {
                "https://rp.test\\@evil.test",
                "https:\\\\rp.test/app/cb",
                "https://rp.te\tst/cb",
                "https://rp.test/c\nb",
                "https://rp.test/c\rb",
                "https://rp.test/c\u0000b",
                "https://rp.test/c b",
                " https://rp.test/cb",
                "https://rp.test\u2044evil.test/cb",
                "https://rp.test\uff0fevil.test/cb",
                "https://rp.test%E3%80%82evil.test/cb",
                "https://rp.test/caf\u00e9",
                "https://rp.t\u0435st/cb",
                "https://rp.test/%",
                "https://rp.test/%0d%0aSet-Cookie:x",
                "https://rp.test/%00",
                "https://rp.test/cb?x=%0A",
                "https://rp.test/<script>",
                "https://rp.test/\"x"
            })
    void refusesAmbiguousCharacters(String uri) {
        assertRefusedForAll(uri);
    }

    @ParameterizedTest
    @DisplayName("A02: no dot segments, however written")
    @ValueSource(
            strings = {
                "https://rp.test/app/../cb",
                "https://rp.test/app/./cb",
                "https://rp.test/app/..",
                "https://rp.test/app/..;/x",
                "https://rp.test/app/%2e%2e/x",
                "https://rp.test/app/%252e%252e%252f",
                "https://rp.test/cb%2f..%2fx",
                "https://rp.test/cb%5c..%5cx",
                "com.example.app:/../cb"
            })
    void refusesDotSegments(String uri) {
        assertRefusedForAll(uri);
    }

    @ParameterizedTest
    @DisplayName("A11: only the plain spellings of loopback are loopback")
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.test/cb",
                "http://127.1/cb",
                "http://0x7f000001/cb",
                "http://2130706433/cb",
                "http://0.0.0.0/cb",
                "http://[::ffff:127.0.0.1]/cb",
                "http://127.0.0.2/cb",
                "http://localhost.evil.test/cb",
                "http://localhost./cb",
                "http://LOCALHOST/cb"
            })
    void refusesOtherSpellingsOfLoopback(String uri) {
        assertThat(production.refusal(uri, ApplicationType.NATIVE)).isPresent();
        assertThat(development.refusal(uri, ApplicationType.WEB)).isPresent();
    }

    @ParameterizedTest
    @DisplayName("A10, RFC 9700 2.6: no plain http")
    @EnumSource(ApplicationType.class)
    void refusesPlainHttp(ApplicationType type) {
        assertThat(production.refusal("http://rp.test/cb", type))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("https://").contains("oidc.allow-insecure-redirect-uris"));
        assertThat(development.refusal("http://rp.test/cb", type)).isPresent();
    }

    @Test
    void refusesLoopbackOfAWebClientInProduction() {
        assertThat(production.refusal("http://localhost/cb", ApplicationType.WEB))
                .isPresent();
        assertThat(production.refusalOfInitiateLoginUri("http://localhost/")).isPresent();
    }

    @Test
    void refusesAPrivateUseSchemeOfAWebClient() {
        assertThat(insecure.refusal("com.example.app:/cb", ApplicationType.WEB))
                .hasValueSatisfying(text -> assertThat(text).contains("application-type=native"));
    }

    @Test
    void refusesAnExcessivelyLongOne() {
        assertRefusedForAll("https://rp.test/" + "a".repeat(2000));
    }

    private void assertRefusedForAll(String uri) {
        for (RedirectUriRegistration registration : new RedirectUriRegistration[] {production, development, insecure}) {
            for (ApplicationType type : ApplicationType.values()) {
                assertThat(registration.refusal(uri, type))
                        .as("%s for %s", uri, type)
                        .isPresent();
            }
        }
    }
}
