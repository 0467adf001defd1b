package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    @Test
    void showsWhatIsNoSecret() {
        assertThat(got("max_age", "soon")).isEqualTo("soon");
    }

    @ParameterizedTest
    @DisplayName("S12: of what may be a secret, or about a person, only the length is told")
    @ValueSource(
            strings = {
                "client_secret",
                "client_assertion",
                "code",
                "code_verifier",
                "refresh_token",
                "token",
                "access_token",
                "id_token_hint",
                "login_hint",
                "state",
                "nonce",
                "request",
                "password",
                "anything"
            })
    void hidesWhatMayBeASecret(String parameter) {
        assertThat(got(parameter, "canary")).isEqualTo("6 characters");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(Facts.of("scope", RequestParameters.parse(""), "openid").got())
                .isEqualTo("nothing");
    }

    @Test
    @DisplayName("S12, RFC 6749 5.2: what was sent is clipped and in allowed characters")
    void clips() {
        assertThat(got("scope", "\r\n\"\\é" + "x".repeat(200))).isEqualTo("??'??" + "x".repeat(95));
    }

    private static String got(String parameter, String value) {
        return Facts.of(parameter, RequestParameters.of(Map.of(parameter, value)), "x")
                .got();
    }
}
