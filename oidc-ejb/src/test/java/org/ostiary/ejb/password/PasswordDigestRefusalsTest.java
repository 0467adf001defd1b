package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordDigestRefusalsTest {

    private static final String SALT = "c29tZXNhbHQxNmJ5dGVzIQ";
    private static final String HASH = "ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ";
    private static final String BCRYPT_SALT = "N9qo8uLOickgx2ZMRZoMye";
    private static final String BCRYPT_HASH = "mwPFtx3QEfMRArLNRINBYFDEB9/P5yG";
    private static final String SHA_256_HASH = "MGHTVAK1OdWrxoC7LJKeycAtdF/rZJH8EE46Glj/aT6";

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("A damaged digest is refused with a reason")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"                                   | begins with $",
                "secret                                 | begins with $",
                "x$argon2id$v=19                        | begins with $",
                "$argon2id                              | begins with $",
                "\"$6$salt$with blank\"                 | no digest has",
                "$6$salt$pässwörd                       | no digest has",
                "$argon2id$v=19$m=8,t=1,p=1             | fields after the algorithm",
                "$argon2id$v=19$m=1024,t=2,p=1$S$H$more | fields after the algorithm",
                "$argon2id$v=16$m=1024,t=2,p=1$S$H      | v=19",
                "$argon2id$v=19$m=1024,t=2,p=1,x=1$S$H  | a parameter that its format does not know",
                "$argon2id$v=19$$S$H                    | a parameter that its format does not know",
                "$argon2id$v=19$m=1024,m=1024$S$H       | m twice",
                "$argon2id$v=19$m=hunter2,t=2,p=1$S$H   | m is not a number",
                "$argon2id$v=19$m=-1,t=2,p=1$S$H        | m is not a number",
                "$argon2id$v=19$m=99999999999,t=2,p=1$S$H | m is not a number",
                "$argon2id$v=19$m=1024,t=2,p=1$!!!!$H   | salt is not base64",
                "$argon2id$v=19$m=1024,t=2,p=1$S$aGFzaA== | hash is padded",
                "$argon2id$v=19$m=1024,t=2,p=1$AAAA$H   | salt has 3 bytes",
                "$argon2id$v=19$m=1024,t=2,p=1$S$AAAA   | hash has 3 bytes",
                "$2b$12$N9qo8uLOickgx2ZMRZoMye          | instead of 53",
                "$2b$x$B                                | cost is not a number",
                "$2b$05$B!                              | instead of 53",
                "$2b$05$N9qo8uLOickgx2ZMRZo!yemwPFtx3QEfMRArLNRINBYFDEB9/P5yG | salt is not 22",
                "$2b$05$N9qo8uLOickgx2ZMRZoMyemwPFtx3QEfMRArLNRINBYFDEB9/P5y! | hash is not 31",
                "$2$05$B                                | version $2$",
                "$bcrypt-sha256$2b,12$N9qo8uLOickgx2ZMRZoMye$mwPFtx3QEfMRArLNRINBYFDEB9/P5yG | does not know",
                "$bcrypt-sha256$v=1,t=2b,r=5$N9qo8uLOickgx2ZMRZoMye$mwPFtx3QEfMRArLNRINBYFDEB9/P5yG | version 2",
                "$bcrypt-sha256$v=2,t=2x,r=5$N9qo8uLOickgx2ZMRZoMye$mwPFtx3QEfMRArLNRINBYFDEB9/P5yG | t is not",
                "$bcrypt-sha256$v=2,t=2b$N9qo8uLOickgx2ZMRZoMye$mwPFtx3QEfMRArLNRINBYFDEB9/P5yG | lacks the parameter r",
                "$scrypt$ln=10,r=8,p=1$S                | fields after the algorithm",
                "$scrypt$n=1024,r=8,p=1$S$H             | does not know",
                "$scrypt$ln=16,r=1,p=1$S$H              | ln must be below 16",
                "$pbkdf2-sha256$many$S$H                | iterations is not a number",
                "$pbkdf2-sha256$1200$./Dq+xI0/gCqu8zd$H | not adapted base64",
                "$pbkdf2-sha3$1200$S$H                  | not of a known format",
                "$5$rounds=many$salt$hash               | rounds is not a number",
                "$5$times=5000$salt$hash                | does not know",
                "$5$salt$tooshort                       | hash is not 43",
                "$6$salt$tooshort                       | hash is not 86",
                "$6$a$b$c$d                             | fields after the algorithm",
                "$y$j9T$fuowssthIosu823mrzTKE/$KPqFl1y  | yescrypt",
                "$1$salt$hash                           | MD5",
                "$apr1$salt$hash                        | MD5",
                "$plaintext$secret                      | plain text",
                "$base64$c2VjcmV0                       | plain text",
            })
    void refuses(String digest, String reason) {
        assertThatThrownBy(() -> PasswordDigest.parse(filled(digest)))
                .isInstanceOf(MalformedDigestException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("A digest that would eat the server is refused without computing it")
    @CsvSource(
            delimiter = '|',
            value = {
                "$argon2id$v=19$m=262145,t=1,p=1$S$H     | m is 262145; accepted are 8 to 262144",
                "$argon2id$v=19$m=999999999,t=1,p=1$S$H  | m is 999999999",
                "$argon2id$v=19$m=262144,t=5,p=1$S$H     | m times t is 1310720",
                "$argon2id$v=19$m=1024,t=1025,p=1$S$H    | t is 1025",
                "$argon2id$v=19$m=1024,t=0,p=1$S$H       | t is 0",
                "$argon2id$v=19$m=7,t=1,p=1$S$H          | m is 7",
                "$argon2id$v=19$m=1024,t=1,p=65$S$H      | p is 65",
                "$argon2id$v=19$m=1024,t=1,p=0$S$H       | p is 0",
                "$argon2id$v=19$m=24,t=1,p=4$S$H         | m is 24; accepted are 32",
                "$2b$16$B                                | cost is 16; accepted are 4 to 15",
                "$2b$03$B                                | cost is 3",
                "$bcrypt-sha256$v=2,t=2b,r=31$salt$hash  | r is 31",
                "$scrypt$ln=18,r=8,p=1$S$H               | needs 256 MiB; accepted are at most 128",
                "$scrypt$ln=58,r=8,p=1$S$H               | ln is 58",
                "$scrypt$ln=17,r=8,p=5$S$H               | 2^ln times r times p is 5242880",
                "$scrypt$ln=4,r=65,p=1$S$H               | r is 65",
                "$scrypt$ln=4,r=1,p=65$S$H               | p is 65",
                "$scrypt$ln=0,r=1,p=1$S$H                | ln is 0",
                "$pbkdf2-sha256$2000001$S$H              | iterations is 2000001",
                "$pbkdf2-sha256$0$S$H                    | iterations is 0",
                "$pbkdf2$1200$S$H                        | hash has 32 bytes; accepted are 16 to 20",
                "$6$rounds=1000001$salt$hash             | rounds is 1000001",
                "$6$rounds=999$salt$hash                 | rounds is 999",
                "$6$saltsaltsaltsalt1$hash               | salt has 17 characters",
            })
    void refusesTooCostly(String digest, String reason) {
        assertThatThrownBy(() -> PasswordDigest.parse(filled(digest)))
                .isInstanceOf(MalformedDigestException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesADigestThatNoColumnHolds() {
        String digest = "$argon2id$v=19$m=1024,t=2,p=1$" + SALT + "$" + "A".repeat(500);
        assertThatThrownBy(() -> PasswordDigest.parse(digest)).hasMessageContaining("longer than 512");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("A digest at a bound is accepted")
    @MethodSource("atTheBounds")
    void acceptsAtTheBound(String digest) {
        assertThat(PasswordDigest.parse(digest)).isNotNull();
    }

    static Stream<String> atTheBounds() {
        return Stream.of(
                filled("$argon2id$v=19$m=262144,t=4,p=64$S$H"),
                filled("$argon2id$v=19$m=8,t=1,p=1$S$H"),
                filled("$2b$15$B"),
                filled("$2b$04$B"),
                filled("$scrypt$ln=17,r=8,p=4$S$H"),
                filled("$scrypt$ln=20,r=1,p=1$S$H").replace("ln=20,r=1", "ln=19,r=2"),
                filled("$scrypt$ln=15,r=1,p=1$S$H"),
                filled("$pbkdf2-sha256$2000000$S$H"),
                "$5$rounds=1000000$saltsaltsaltsalt$" + SHA_256_HASH,
                "$5$rounds=1000$$" + SHA_256_HASH);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("No refusal repeats a piece of what was refused")
    @MethodSource("damages")
    void repeatsNothing(String digest) {
        MalformedDigestException refusal =
                catchThrowableOfType(MalformedDigestException.class, () -> PasswordDigest.parse(digest));
        assertThat(refusal.getMessage())
                .doesNotContain("hunter2")
                .doesNotContain("ckpELDUn")
                .doesNotContain("N9qo8u");
        assertThat(refusal).hasNoCause();
    }

    static Stream<Arguments> damages() {
        List<String> damages =
                new ArrayList<>(List.of("hunter2", "$hunter2$x", "$hunter2", "$$hunter2$", "$6$hunter2$"));
        for (String field : List.of("hunter2", "hunter2=1", "m=hunter2", "m=1,m=hunter2", "t=2x,r=hunter2")) {
            damages.add(filled("$argon2id$" + field + "$m=1024,t=1,p=1$S$H"));
            damages.add(filled("$argon2id$v=19$" + field + "$S$H"));
            damages.add(filled("$scrypt$" + field + "$S$H"));
            damages.add(filled("$pbkdf2$" + field + "$S$H"));
            damages.add(filled("$6$" + field + "$S$H"));
            damages.add(filled("$2b$" + field + "$B"));
            damages.add("$bcrypt-sha256$" + field + "$" + BCRYPT_SALT + "$" + BCRYPT_HASH);
        }
        damages.add(filled("$argon2id$v=19$m=1024,t=1,p=1$S$H!"));
        damages.add(filled("$argon2id$v=19$m=1024,t=1,p=1$S!$H"));
        damages.add(filled("$2b$05$B!"));
        return damages.stream().map(Arguments::of);
    }

    /** With a right salt for S, a right hash for H, and both of bcrypt for B. */
    private static String filled(String digest) {
        return digest.replaceFirst("\\$S(?=\\$|!)", "\\$" + SALT)
                .replaceFirst("\\$H(?=$|!|\\$)", "\\$" + HASH)
                .replaceFirst("\\$B(?=$|!)", "\\$" + BCRYPT_SALT + BCRYPT_HASH);
    }
}
