package org.ostiary.ejb.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenHashesTest {

    private final TokenHashes hashes = hashes(1);

    @Test
    @DisplayName("A hash is the same for the same token, 43 characters, and depends on the master key")
    void hashesUnderTheMasterKey() {
        assertThat(hashes.hash("token")).matches("[A-Za-z0-9_-]{43}").isEqualTo(hashes.hash("token"));
        assertThat(hashes.hash("token")).isNotEqualTo(hashes.hash("tokeN"));
        assertThat(hashes.hash("token")).isNotEqualTo(hashes(2).hash("token"));
    }

    @Test
    @DisplayName("A mark is never a hash: what proves that we wrote a text finds no row")
    void keepsMarksAndHashesApart() {
        assertThat(hashes.mark("token")).isNotEqualTo(hashes.hash("token"));
    }

    @Test
    void comparesTexts() {
        assertThat(hashes.equal("a", "a")).isTrue();
        assertThat(hashes.equal("a", "b")).isFalse();
        assertThat(hashes.equal("a", "")).isFalse();
    }

    @Test
    void wantsAKeyOfItsLength() {
        assertThatThrownBy(() -> new MasterKey(new byte[31], false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TokenHashes hashes(int firstByte) {
        byte[] key = new byte[32];
        key[0] = (byte) firstByte;
        return new TokenHashes(new MasterKey(key, false));
    }
}
