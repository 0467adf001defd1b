package org.ostiary.ejb.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.protocol.client.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.ostiary.ejb.protocol.client.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.ostiary.ejb.protocol.client.ClientAuthenticationMethod.NONE;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.RequestParameters;

class ClientCredentialsTest {

    private static final RequestParameters NOTHING = RequestParameters.parse("grant_type=authorization_code");

    @ParameterizedTest
    @DisplayName("D02, RFC 6749 2.3.1: name and secret are form-encoded in the Authorization header")
    @ValueSource(strings = {"a:b", "a+b", "a%b", "a&b", "a b", "bücher", "🐙", "a=b", "%20", ":", "~!*'()"})
    void decodesTheHeader(String text) {
        String pair = FormEncoding.encode(text) + ":" + FormEncoding.encode("s" + text);
        assertThat(ClientCredentials.read(basic(pair), NOTHING))
                .isEqualTo(new ClientCredentials(text, "s" + text, null, null, CLIENT_SECRET_BASIC));
    }

    @ParameterizedTest
    @DisplayName("D02: raw characters that mean nothing in a form are taken as they are")
    @CsvSource({"app:se:cret,se:cret", "app:se=cret,se=cret", "app:se cret,se cret", "app:a+b,a b", "app:!#$^,!#$^"})
    void takesRawCharacters(String pair, String secret) {
        assertThat(ClientCredentials.read(basic(pair), NOTHING).secret()).isEqualTo(secret);
    }

    @Test
    @DisplayName("RFC 9110 11.1: the scheme is not case-sensitive")
    void takesTheSchemeInAnyCase() {
        String header = basic("app:s").replace("Basic", "bASIC");
        assertThat(ClientCredentials.read(header, NOTHING).byHeader()).isTrue();
    }

    @Test
    @DisplayName("RFC 6749 2.3.1: the secret may be in the body")
    void readsTheBody() {
        assertThat(ClientCredentials.read(null, RequestParameters.parse("client_id=app&client_secret=s%2Bt")))
                .isEqualTo(new ClientCredentials("app", "s+t", null, null, CLIENT_SECRET_POST));
    }

    @Test
    @DisplayName("RFC 6749 3.2.1: a public client names itself")
    void readsAPublicClient() {
        ClientCredentials credentials = ClientCredentials.read(null, RequestParameters.parse("client_id=app"));
        assertThat(credentials).isEqualTo(new ClientCredentials("app", null, null, null, NONE));
        assertThat(credentials.byHeader()).isFalse();
    }

    @Test
    @DisplayName("RFC 6749 2.3: the header and the same client_id in the body are one method")
    void takesTheSameNameTwice() {
        assertThat(ClientCredentials.read(basic("app:s"), RequestParameters.parse("client_id=app"))
                        .method())
                .isEqualTo(CLIENT_SECRET_BASIC);
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
