package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Addresses, written down")
class AddressRangeTest {

    @ParameterizedTest
    @DisplayName("RFC 5952 4: one spelling for each address")
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "fe80:0:0:0:10:0:0:0, fe80::10:0:0:0",
        "2001:db8:1:2:3:4:5:60, 2001:db8:1:2:3:4:5:60",
        "::ffff:192.0.2.7, 192.0.2.7",
        "192.0.2.7, 192.0.2.7"
    })
    void spellsOneWay(String written, String canonical) {
        assertThat(AddressRange.canonical(written)).isEqualTo(canonical);
        assertThat(AddressRange.bytes(canonical)).isEqualTo(AddressRange.bytes(written));
    }

    @ParameterizedTest
    @DisplayName("What is no address stays as it is, and no name server is asked")
    @ValueSource(strings = {"", "unknown", "_hidden", "example.org", "1.2.3", "192.0.2.7:1234", "fe80::1%eth0"})
    void leavesOtherTexts(String text) {
        assertThat(AddressRange.canonical(text)).isEqualTo(text);
    }
}
