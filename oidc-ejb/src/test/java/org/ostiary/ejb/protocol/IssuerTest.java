package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
    @Test
    void endpointsBeginWithTheWholeIssuer() {
        Issuer issuer = Issuer.of("https://example.org:8443/t1");

        assertThat(issuer.endpoint("/api/oidc/token")).isEqualTo("https://example.org:8443/t1/api/oidc/token");
        assertThat(issuer.origin()).isEqualTo("https://example.org:8443");
        assertThat(issuer.path()).isEqualTo("/t1");
    }

    @Test
    void anIssuerAtTheRootHasAnEmptyPath() {
        assertThat(Issuer.of("https://id.example.org").path()).isEmpty();
        assertThat(Issuer.of("https://id.example.org").origin()).isEqualTo("https://id.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.org, true, false",
        "https://localhost:8443, true, true",
        "http://localhost:8080, false, true",
        "http://127.0.0.1:8080, false, true",
        "http://[::1]:8080, false, true"
    })
    void knowsWhetherItIsSecureAndOnThisMachine(String value, boolean secure, boolean loopback) {
        assertThat(Issuer.of(value).secure()).isEqualTo(secure);
        assertThat(Issuer.of(value).loopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @DisplayName("OIDC Discovery 3: no query, no fragment")
    @ValueSource(strings = {"https://id.example.org?a=b", "https://id.example.org#", "https://id.example.org/x?y"})
    void refusesQueryAndFragment(String value) {
        assertRefused(value, "neither a query nor a fragment");
    }

    @ParameterizedTest
    @DisplayName("A03: no user name in an issuer")
    @ValueSource(strings = {"https://user@id.example.org", "https://a:b@id.example.org/x"})
    void refusesUserInformation(String value) {
        assertRefused(value, "user name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.org/", "https://example.org/id/", "https://"})
    void refusesATrailingSlash(String value) {
        assertRefused(value, "must not end with a slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example.org", "http://127.0.0.2", "http://10.0.0.1:8080", "http://localhost.example"})
    void refusesHttpAnywhereButOnLoopback(String value) {
        assertRefused(value, "must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.org:443", "http://localhost:80", "https://example.org:443/id"})
    void refusesTheDefaultPort(String value) {
        assertRefused(value, "default port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.org",
                "HTTPS://id.example.org",
                "https://ID.example.org",
                "https://id.example.org.",
                "https:///id",
                "https://id.example.org:0",
                "https://id.example.org:99999",
                "https://[:::]",
                "https://127.1",
                "https://id..example",
                "https://id_example.org",
                "https://id.example.org\\x",
                "ftp://id.example.org",
                "javascript:alert(1)"
            })
    void refusesWhatIsNoOrigin(String value) {
        assertRefused(value, "https://id.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org//id",
                "https://example.org/a/../b",
                "https://example.org/./b",
                "https://example.org/a/..",
                "https://example.org/%69d",
                "https://example.org/i d",
                "https://example.org/id;x=1"
            })
    void refusesAPathThatIsReadInMoreThanOneWay(String value) {
        assertRefused(value, "path of segments");
    }

    @Test
    void dotsInsideASegmentAreNoDotSegment() {
        assertThat(Issuer.of("https://example.org/..id/v1.0").path()).isEqualTo("/..id/v1.0");
    }

    private static void assertRefused(String value, String reason) {
        assertThatThrownBy(() -> Issuer.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
