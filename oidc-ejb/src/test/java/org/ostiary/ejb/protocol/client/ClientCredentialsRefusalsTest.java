package org.ostiary.ejb.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.protocol.client.ClientCredentialsTest.basic;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;

class ClientCredentialsRefusalsTest {

    private static final RequestParameters NOTHING = RequestParameters.parse("grant_type=authorization_code");

    @ParameterizedTest
    @DisplayName("D02, RFC 6749 5.2: what cannot be decoded is invalid_client, never an error of the server")
    @ValueSource(
            strings = {
                "app",
                "",
                ":",
                "app:",
                ":secret",
                "app:a&b",
                "a&b:secret",
                "app:s&secret=t",
                "app&id=other:s",
                "app:100%",
                "app:%zz",
                "app:%FF",
                "app:%00",
                "app:bücher",
                "app:a\nb",
                "app:a\u0000b"
            })
    void refusesWhatCannotBeDecoded(String pair) {
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> ClientCredentials.read(basic(pair), NOTHING))
                .satisfies(refusal -> assertThat(refusal.byHeader()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic ", "Basic !!!", "Bearer abc", "Digest x", "BasicYXBwOnM=", "Basic YXBw OnM="
            })
    void refusesOtherHeaders(String header) {
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> ClientCredentials.read(header, NOTHING))
                .satisfies(refusal -> assertThat(refusal.byHeader()).isTrue());
    }

    @Test
    @DisplayName("RFC 6749 2.3: two methods in one request are refused")
    void refusesTwoMethods() {
        refused(basic("app:s"), "client_secret=s");
        refused(basic("app:s"), "client_id=app&client_secret=s");
    }

    @Test
    void refusesTwoNames() {
        refused(basic("app:s"), "client_id=other");
    }

    @Test
    void refusesNobody() {
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> ClientCredentials.read(null, NOTHING))
                .satisfies(refusal -> assertThat(refusal.byHeader()).isFalse());
    }

    @ParameterizedTest
    @DisplayName("RFC 7521 4.2: an assertion has its type, and says who it is from")
    @ValueSource(
            strings = {
                "client_assertion=x",
                "client_assertion_type=urn",
                "client_id=app&client_assertion=x",
                "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=a.e30.c"
            })
    void refusesAssertions(String body) {
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> ClientCredentials.read(null, RequestParameters.parse(body)));
    }

    private static void refused(String header, String body) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> ClientCredentials.read(header, RequestParameters.parse(body))
                        .requireOneMethod())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }
}
