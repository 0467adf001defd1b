package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PasswordDigestTest {

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("A digest that another program made is verified")
    @CsvFileSource(resources = "/password/digests.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\'')
    void verifiesTheDigestOf(String program, String password, String digest) {
        PasswordDigest parsed = PasswordDigest.parse(digest);
        assertThat(parsed.matches(bytes(password))).isTrue();
        assertThat(parsed.matches(bytes(password + "x"))).isFalse();
    }

    @Test
    @DisplayName("The digests that the documentation shows are of the passwords that it says")
    void theDocumentationShowsRightDigests() throws IOException {
        Matcher shown = Pattern.compile(
                        "the digest is of\\s`([^`]+)`.*?(\\$(?:argon2id|pbkdf2-sha512)\\$\\S+)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "configuration.md")));
        assertThat(shown.results())
                .hasSize(2)
                .allSatisfy(
                        found -> assertThat(PasswordDigest.parse(found.group(2)).matches(bytes(found.group(1))))
                                .as(found.group(1))
                                .isTrue());
    }

    @Test
    @DisplayName("As in Authelia, bcrypt verifies by the first 72 bytes")
    void leavesBytesAfterThe72ndOutOfAccountWithBcrypt() {
        PasswordDigest digest = PasswordDigest.parse("$2b$05$N9qo8uLOickgx2ZMRZoMyeL8MQLYEOYsM9jiqHXKMlhJsNVJcTfkG");
        assertThat(digest.matches(bytes("a".repeat(71)))).isFalse();
        assertThat(digest.matches(bytes("a".repeat(72)))).isTrue();
        assertThat(digest.matches(bytes("a".repeat(80)))).isTrue();
    }

    @Test
    @DisplayName("As in Authelia, a 2x digest is right for ASCII passwords only")
    void refusesAPasswordBeyondAsciiFor2x() {
        String digest = "$05$N9qo8uLOickgx2ZMRZoMye.v0x/1j8.9mwJ/nFwA/f0h3Ifc8uoEi";
        byte[] password = bytes("Pässwörd-日本-𝄞");
        assertThat(PasswordDigest.parse("$2b" + digest).matches(password)).isTrue();
        assertThat(PasswordDigest.parse("$2x" + digest).matches(password)).isFalse();
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
