package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://app.example.org, true",
        "https://app.example.org:8443, true",
        "http://localhost:3000, true",
        "http://[::1]:3000, true",
        "http://app.example.org, false"
    })
    void isTrustworthyByHttpsOrOnThisMachine(String value, boolean trustworthy) {
        assertThat(WebOrigin.of(value).trustworthy()).isEqualTo(trustworthy);
    }

    @ParameterizedTest
    @DisplayName("RFC 6454 6.2: only what a browser would send")
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://app.example.org/",
                "https://app.example.org/path",
                "https://APP.example.org",
                "https://app.example.org:443",
                "app.example.org",
                "https://user@app.example.org",
                "https://app.example.org?x",
                "chrome-extension://abc"
            })
    void refusesWhatNoBrowserSends(String value) {
        assertThatThrownBy(() -> WebOrigin.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
