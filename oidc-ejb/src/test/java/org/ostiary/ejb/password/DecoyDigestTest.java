package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DecoyDigestTest {

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("F06: the decoy of a digest is verified at the same cost, and keeps nothing of its salt and hash")
    @CsvFileSource(resources = "/password/digests.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\'')
    void hasTheCostAlone(String program, String password, String digest) {
        DecoyDigest decoy = DecoyDigest.of(digest);
        assertThat(PasswordDigest.parse(decoy.text()).matches(password.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(digest).startsWith(decoy.prefix()).hasSameSizeAs(decoy.text());
        assertThat(decoy.text()).startsWith(decoy.prefix());
        assertThat(decoy.text().substring(decoy.prefix().length())).matches("[A$]+|[.$]+");
        assertThat(DecoyDigest.of(decoy.text())).isEqualTo(decoy);
    }

    @Test
    @DisplayName("The prefix says all of the cost")
    void namesTheCost() {
        assertThat(DecoyDigest.of("$2b$05$N9qo8uLOickgx2ZMRZoMyeL8MQLYEOYsM9jiqHXKMlhJsNVJcTfkG")
                        .prefix())
                .isEqualTo("$2b$05$");
        assertThat(DecoyDigest.OURS.prefix()).isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(DecoyDigest.OURS.text())
                .isEqualTo(DecoyDigest.OURS.prefix() + "A".repeat(22) + "$" + "A".repeat(43));
    }

    @Test
    @DisplayName("Of what is no digest there is no decoy")
    void refusesWhatIsNone() {
        assertThatExceptionOfType(MalformedDigestException.class).isThrownBy(() -> DecoyDigest.of("$2b$05$short"));
        assertThatExceptionOfType(MalformedDigestException.class).isThrownBy(() -> DecoyDigest.of("secret"));
    }
}
