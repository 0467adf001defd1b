package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {

    @Test
    void leavesAnOrdinaryNameAlone() {
        assertThat(DisplayText.of("Ångström & Söhne 写真")).isEqualTo("Ångström & Söhne 写真");
    }

    @Test
    void clipsAtAHundredCharacters() {
        assertThat(DisplayText.of("x".repeat(100))).hasSize(100);
        assertThat(DisplayText.of("x".repeat(10_000))).hasSize(100).endsWith("x…");
    }

    @Test
    void neverCutsACharacterInHalf() {
        String clipped = DisplayText.of("😀".repeat(200));

        assertThat(clipped.codePointCount(0, clipped.length())).isEqualTo(100);
        assertThat(clipped).endsWith("😀…");
    }

    @Test
    void dropsWhatTurnsTheDirectionOfWriting() {
        assertThat(DisplayText.of("\u202Emoc.live\u202C \u2066ok\u2069\u200F")).isEqualTo("moc.live ok");
    }

    @Test
    void isOneLine() {
        assertThat(DisplayText.of(" one\r\n\u2028two\t\u0000three ")).isEqualTo("one two three");
    }

    @Test
    void keepsTheJoinersThatScriptsNeed() {
        assertThat(DisplayText.of("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @Test
    void fallsBackWhenNothingIsLeft() {
        assertThat(DisplayText.of("\u202E \u200B", "client-1")).isEqualTo("client-1");
    }
}
