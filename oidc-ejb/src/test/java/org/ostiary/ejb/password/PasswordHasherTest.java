package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String COSTLIER =
            "$argon2id$v=19$m=4099,t=3,p=4$c29tZXNhbHQxNmJ5dGVzIQ$BsI7mT3HCFD9Nc5ms1lAwqTzz5jxGXyk/7tUvvl7yF8";
    private static final String BCRYPT = "$2b$05$N9qo8uLOickgx2ZMRZoMyemwPFtx3QEfMRArLNRINBYFDEB9/P5yG";

    private final PasswordHasher hasher = new PasswordHasher(2, Duration.ofSeconds(2), PasswordHasherTest::random);

    @Test
    void writesArgon2idInPhcFormat() {
        assertThat(hasher.hash(PASSWORD))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    @DisplayName("The reference implementation of Argon2 has the same digest for the same salt")
    void writesWhatTheReferenceImplementationWrites() {
        PasswordHasher withKnownSalt = new PasswordHasher(
                1, Duration.ofSeconds(2), length -> "somesalt16bytes!".getBytes(StandardCharsets.US_ASCII));
        assertThat(withKnownSalt.hash(PASSWORD))
                .isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ"
                        + "$W2/hNMtQKxyFQI3cOFyMdL9hfH0kK/3DKouGLtcZUyw");
    }

    @Test
    void saltsEachDigest() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, "", " ", "Pässwörd-日本-𝄞", "with\u0000nothing inside"})
    void verifiesWhatItHashed(String password) {
        String digest = hasher.hash(password);
        assertThat(hasher.verify(password, digest)).isEqualTo(Verification.MATCHED);
        assertThat(hasher.verify(password + " ", digest)).isEqualTo(Verification.NOT_MATCHED);
        assertThat(hasher.needsUpgrade(digest)).isFalse();
    }

    @Test
    void countsEveryByteUpTo1024() {
        String digest = hasher.hash("a".repeat(1024));
        assertThat(hasher.verify("a".repeat(1024), digest).matched()).isTrue();
        assertThat(hasher.verify("a".repeat(1023) + "b", digest).matched()).isFalse();
        assertThat(hasher.verify("a".repeat(1025), digest).matched()).isFalse();
    }

    @Test
    void advisesToUpgradeAnImportedDigest() {
        assertThat(hasher.verify(PASSWORD, BCRYPT)).isEqualTo(Verification.MATCHED_UPGRADE_ADVISED);
        assertThat(hasher.verify("wrong", BCRYPT)).isEqualTo(Verification.NOT_MATCHED);
        assertThat(hasher.needsUpgrade(BCRYPT)).isTrue();
        assertThat(hasher.needsUpgrade(COSTLIER)).isTrue();
    }

    @Test
    void neverMatchesWithoutADigest() {
        assertThat(hasher.verify("", null)).isEqualTo(Verification.NOT_MATCHED);
        assertThat(hasher.verify(PASSWORD, null)).isEqualTo(Verification.NOT_MATCHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 1_000_000})
    void refusesToHashATooLongPassword(int length) {
        assertThatThrownBy(() -> hasher.hash("a".repeat(length))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTakeHalfACharacterForAQuestionMark() {
        String digest = hasher.hash("twelve chars?");
        assertThat(hasher.verify("twelve chars\uD834", digest)).isEqualTo(Verification.NOT_MATCHED);
        assertThatThrownBy(() -> hasher.hash("twelve chars\uD834")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsADamagedDigest() {
        assertThatThrownBy(() -> hasher.verify(PASSWORD, "$argon2id$v=19$"))
                .isInstanceOf(MalformedDigestException.class);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
