package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTextTest {

    @ParameterizedTest
    @DisplayName("RFC 6749 4.1.2.1: error_description has printable ASCII without quotation mark and backslash only")
    @MethodSource("anything")
    void holdsAllowedCharactersOnly(String anything) {
        assertThat(ErrorText.of(anything)).matches("^[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*$");
    }

    /** Two hundred texts, the same at each run: half of small characters, where the dangerous ones are, half of any. */
    static Stream<String> anything() {
        Random random = new Random(6749);
        return Stream.generate(() -> {
                    int bound = random.nextBoolean() ? 0x100 : 0x10000;
                    return random.ints(random.nextInt(60), 0, bound)
                            .collect(
                                    StringBuilder::new, (text, each) -> text.append((char) each), StringBuilder::append)
                            .toString();
                })
                .limit(200);
    }

    @Test
    void keepsWhatIsAllowed() {
        assertThat(ErrorText.of("The redirect_uri must be https://x.test/[a]{b}~!#"))
                .endsWith("https://x.test/[a]{b}~!#");
    }

    @Test
    void replacesWhatIsNot() {
        assertThat(ErrorText.of("a \"b\" c\\d\r\ne \u00e9 \ud83d\udc19")).isEqualTo("a 'b' c?d??e ? ?");
    }
}
