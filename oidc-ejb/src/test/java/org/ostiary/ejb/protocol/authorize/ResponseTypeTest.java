package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTypeTest {

    @ParameterizedTest
    @DisplayName("RFC 6749 3.1.1: the order of the words does not matter")
    @CsvSource({
        "code,CODE",
        "id_token,ID_TOKEN",
        "code id_token,CODE_ID_TOKEN",
        "id_token code,CODE_ID_TOKEN",
        "token,TOKEN",
        "token id_token,ID_TOKEN_TOKEN",
        "token code,CODE_TOKEN",
        "token id_token code,CODE_ID_TOKEN_TOKEN"
    })
    void knowsTypesInAnyOrder(String text, ResponseType type) {
        assertThat(ResponseType.of(text)).contains(type);
    }

    @ParameterizedTest
    @DisplayName("B16: anything else is no type")
    @ValueSource(
            strings = {
                "",
                " ",
                "code code",
                "code id_token code",
                "CODE",
                " code",
                "code ",
                "code  id_token",
                "code\tid_token",
                "code,id_token",
                "token token",
                "none",
                "code none"
            })
    void knowsNoOtherType(String text) {
        assertThat(ResponseType.of(text)).isEmpty();
    }
}
