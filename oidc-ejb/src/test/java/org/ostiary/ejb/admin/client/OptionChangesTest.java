package org.ostiary.ejb.admin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptionChangesTest {

    @Test
    void saysNoSecret() {
        assertThat(OptionChanges.between(Map.of("client-secret", "old"), Map.of("client-secret", "new")))
                .isEqualTo("client-secret changed");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(OptionChanges.between(Map.of("a", "b"), Map.of("a", "b"))).isEqualTo("no option changed");
    }

    @Test
    void fitsIntoARecord() {
        Map<String, String> many = IntStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(each -> "option-" + each, each -> "x".repeat(1_000)));
        assertThat(OptionChanges.all(many)).hasSizeLessThan(2_000).endsWith("…");
    }
}
