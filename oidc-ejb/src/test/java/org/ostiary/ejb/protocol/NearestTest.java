package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    @DisplayName("A forgotten part is nearer than many changed letters")
    void prefersTheForgottenPart() {
        assertThat(Nearest.to("https://rp.test/cb", Stream.of("https://xy.test/ab", "https://rp.test/app/cb")))
                .contains("https://rp.test/app/cb");
    }

    @Test
    @DisplayName("Of nothing nothing is nearest")
    void findsNothingAmongNothing() {
        assertThat(Nearest.to("a", Stream.empty())).isEmpty();
    }

    @Test
    @DisplayName("A stranger's megabyte is compared as far as its start")
    void readsTheStartOfALongText() {
        assertThat(Nearest.to("a".repeat(1_000_000), Stream.of("b", "a".repeat(499))))
                .contains("a".repeat(499));
    }
}
