package org.ostiary.ejb.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.random.SecureTokens;

class MasterKeyFileTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("A first start makes a key that only its owner may read, and says so; the next start takes it")
    void generatesOnce() throws IOException {
        Path file = folder.resolve("new/data/master.key");
        MasterKey first = keyOf(file);
        assertThat(first.generated()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file))).hasSize(32);
        MasterKey second = keyOf(file);
        assertThat(second.generated()).isFalse();
        assertThat(hash(second)).isEqualTo(hash(first));
    }

    @Test
    @DisplayName("Two installations have different keys")
    void generatesADifferentOneElsewhere() {
        assertThat(hash(keyOf(folder.resolve("one")))).isNotEqualTo(hash(keyOf(folder.resolve("other"))));
    }

    @Test
    @DisplayName("A key in the configuration wins, and no file is written")
    void takesTheConfiguredKey() {
        MasterKey key = MasterKeyFile.keyOf(SampleConfig.production().build(), new SecureTokens());
        assertThat(key.generated()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("A key file may end in a line break, as editors and secret stores write it")
    void takesALineBreakAtTheEnd() throws IOException {
        Path file = folder.resolve("key");
        String text = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(file, text + "\r\n");
        assertThat(hash(keyOf(file))).isEqualTo(hash(new MasterKey(new byte[32], false)));
    }

    @ParameterizedTest
    @DisplayName("A file with something else stops the start and is neither quoted nor replaced")
    @ValueSource(strings = {"", "secret-text", "c2VjcmV0", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="})
    void refusesOtherContent(String text) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, text.length() == 44 ? text + text : text);
        assertThatThrownBy(() -> keyOf(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.mistakes())
                                .containsExactly("The master key in " + file + " is not the base64 text of 32 bytes"));
        assertThat(Files.readString(file)).startsWith(text);
    }

    @Test
    @DisplayName("Two nodes that start together on one folder end up with one key")
    void generatesOneInARace() throws InterruptedException {
        Path file = folder.resolve("key");
        List<String> hashes = Race.run(8, () -> hash(keyOf(file)));
        assertThat(hashes).hasSize(8).containsOnly(hashes.get(0));
    }

    private static MasterKey keyOf(Path file) {
        return MasterKeyFile.keyOf(
                SampleConfig.production().withMasterKeyFile(file).build(), new SecureTokens());
    }

    private static String hash(MasterKey key) {
        return new TokenHashes(key).hash("x");
    }
}
