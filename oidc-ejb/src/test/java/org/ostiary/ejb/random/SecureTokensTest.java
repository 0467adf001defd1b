package org.ostiary.ejb.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every code, token, session, interaction and set-up link of ours is one of these handles. */
class SecureTokensTest {

    private static final int HANDLES = 20_000;
    private static final int BYTES = 32;
    /** With 255 degrees of freedom so far out by chance about once in a billion times. */
    private static final double FAR_OUT = 420;

    private final List<String> handles =
            Stream.generate(() -> new SecureTokens().handle("")).limit(HANDLES).toList();

    @Test
    @DisplayName("B09, RFC 6749 10.10: 20,000 handles have no repeats and 256 bits each")
    void neverRepeats() {
        Set<String> seen = new HashSet<>(handles);
        assertThat(seen).hasSize(HANDLES);
        assertThat(handles).allSatisfy(handle -> {
            assertThat(handle).matches("[A-Za-z0-9_-]{43}");
            assertThat(bytes(handle)).hasSize(BYTES);
        });
    }

    @Test
    @DisplayName("B09: no position of them prefers a value: no time, counter or version is in there")
    void hasNoStructure() {
        int[][] counts = new int[BYTES][256];
        for (String handle : handles) {
            byte[] bytes = bytes(handle);
            for (int position = 0; position < BYTES; position++) {
                counts[position][Byte.toUnsignedInt(bytes[position])]++;
            }
        }
        assertThat(List.of(counts))
                .allSatisfy(position -> assertThat(chiSquare(position)).isLessThan(FAR_OUT));
    }

    @Test
    @DisplayName("B09: one handle says nothing about the next: half of all bits change")
    void hasNoSequence() {
        long changed = 0;
        for (int at = 1; at < HANDLES; at++) {
            byte[] before = bytes(handles.get(at - 1));
            byte[] after = bytes(handles.get(at));
            for (int position = 0; position < BYTES; position++) {
                changed += Integer.bitCount((before[position] ^ after[position]) & 0xFF);
            }
        }
        double bits = (HANDLES - 1) * (double) BYTES * Byte.SIZE;
        assertThat(changed / bits).isBetween(0.498, 0.502);
    }

    private static double chiSquare(int[] counts) {
        double expected = HANDLES / (double) counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static byte[] bytes(String handle) {
        return Base64.getUrlDecoder().decode(handle);
    }
}
