package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.RequestParameters;

class AuthorizationResponseTest {

    @ParameterizedTest
    @DisplayName("RFC 6749 4.1.2: the state comes back byte for byte")
    @MethodSource("states")
    void carriesTheStateUnchanged(String state) {
        AuthorizationResponse response = response(SampleClient.REDIRECT_URI, state);
        assertThat(response.parameters()).containsEntry("state", state);
        String location = response.location();
        assertThat(location).startsWith(SampleClient.REDIRECT_URI + "?").matches("[\\x21-\\x7E]+");
        assertThat(RequestParameters.parse(location.substring(location.indexOf('?') + 1))
                        .find("state"))
                .contains(state);
    }

    static Stream<String> states() {
        Random random = new Random(4);
        Stream<String> printable = Stream.generate(() -> random.ints(1 + random.nextInt(60), 0x20, 0x7F)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(512);
        return Stream.concat(printable, Stream.of("a\r\nSet-Cookie: b=c", "\"><script>", "ä🐙 ", "%2B+%20", "\u2028"));
    }

    @Test
    @DisplayName("RFC 6749 3.1.2: a query of the registered URI is kept")
    void keepsTheQueryOfTheRegisteredUri() {
        assertThat(response("https://rp.test/cb?tenant=a%2Fb", "s").location())
                .startsWith("https://rp.test/cb?tenant=a%2Fb&code=");
    }

    @Test
    @DisplayName("RFC 9207 2: iss comes last and encoded")
    void namesTheIssuer() {
        assertThat(response("https://rp.test", "s").location())
                .isEqualTo("https://rp.test?code=ost_ac_x&state=s&iss=https%3A%2F%2Fid.example.org%2Ft1");
    }

    private static AuthorizationResponse response(String redirectUri, String state) {
        return TrustedRedirect.of(
                        Issuer.of("https://id.example.org/t1"),
                        confidentialClient().withRedirectUris(redirectUri).registered(),
                        validRequest()
                                .with("redirect_uri", redirectUri)
                                .with("state", state)
                                .parameters())
                .code("ost_ac_x");
    }
}
