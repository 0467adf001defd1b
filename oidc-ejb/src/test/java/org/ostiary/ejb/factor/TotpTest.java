package org.ostiary.ejb.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @DisplayName("RFC 6238, appendix B: the codes of SHA-1, their last six digits")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void computesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SEED, Totp.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @DisplayName("F14: the current step counts, the one before it for ten seconds more, a future one never")
    @CsvSource({"0, true", "1, true", "9, true", "10, false", "15, false", "29, false"})
    void acceptsThePreviousStepOnlyShortly(long second, boolean previousToo) {
        Instant now = Instant.ofEpochSecond(30 * 1000 + second);
        assertThat(Totp.acceptable(now)).first().isEqualTo(1000L);
        assertThat(Totp.acceptable(now)).hasSize(previousToo ? 2 : 1).allMatch(step -> step <= 1000 && step >= 999);
    }

    @Test
    @DisplayName("RFC 4648, section 10: base32 both ways")
    void knowsBase32() {
        String[][] vectors = {{"", ""}, {"f", "MY"}, {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foobar", "MZXW6YTBOI"}};
        for (String[] each : vectors) {
            assertThat(Base32.encode(each[0].getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(each[1]);
            assertThat(Base32.decode(each[1])).asString().isEqualTo(each[0]);
        }
        assertThat(Base32.decode("gezdgnbvgy3tqojqgezdgnbvgy3tqojq")).isEqualTo(SEED);
    }
}
