package org.ostiary.ejb.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.random.SecureTokens;

class SealingTest {

    private static final String PLACE = "signing_key/sealed_private/k1";

    private final Sealing sealing = sealing(1);

    @Test
    void opensWhatItSealed() {
        for (String text : new String[] {"", "a", "ä🐙", "x".repeat(5000)}) {
            assertThat(sealing.open(PLACE, sealing.seal(PLACE, text))).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("The same text is sealed differently each time, and never shines through")
    void hidesEqualTexts() {
        String sealed = sealing.seal(PLACE, "the private key");
        assertThat(sealed).isNotEqualTo(sealing.seal(PLACE, "the private key"));
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("private");
    }

    @Test
    @DisplayName("A value that was moved to another row is refused")
    void refusesAMovedRow() {
        refused(sealing, "signing_key/sealed_private/k2", sealing.seal(PLACE, "secret"));
        refused(sealing, "signing_key/other/k1", sealing.seal(PLACE, "secret"));
    }

    @Test
    @DisplayName("A value that was changed or cut is refused")
    void refusesAChangedValue() {
        byte[] sealed = Base64.getDecoder().decode(sealing.seal(PLACE, "secret"));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            refused(sealing, PLACE, Base64.getEncoder().encodeToString(changed));
        }
        for (int length : new int[] {0, 1, 12, sealed.length - 1}) {
            refused(sealing, PLACE, Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, length)));
        }
    }

    @Test
    @DisplayName("A value that is no base64 is refused in the same way")
    void refusesRubbish() {
        refused(sealing, PLACE, "not base64!");
    }

    @Test
    @DisplayName("Another master key opens nothing")
    void refusesAnotherMasterKey() {
        refused(sealing(2), PLACE, sealing.seal(PLACE, "secret"));
    }

    private static void refused(Sealing sealing, String place, String sealed) {
        assertThatExceptionOfType(WrongMasterKeyException.class)
                .isThrownBy(() -> sealing.open(place, sealed))
                .withMessageContaining(place)
                .withMessageContaining("oidc.master-key");
    }

    private static Sealing sealing(int firstByte) {
        byte[] key = new byte[32];
        key[0] = (byte) firstByte;
        return new Sealing(new MasterKey(key, false), new SecureTokens());
    }
}
