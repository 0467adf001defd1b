package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NIST SP 800-63B 3.1.1.2")
class PasswordRulesTest {

    @Test
    void demandsTwelveCharactersOfAnAdministrator() {
        assertThat(PasswordRules.forAdministrator("elevenchars")).isEqualTo(PasswordJudgement.TOO_SHORT);
        assertThat(PasswordRules.forAdministrator("twelve chars")).isEqualTo(PasswordJudgement.ACCEPTABLE);
        assertThat(PasswordRules.forAdministrator("")).isEqualTo(PasswordJudgement.TOO_SHORT);
    }

    @Test
    void countsACodePointAsOneCharacter() {
        assertThat(PasswordRules.forAdministrator("𝄞".repeat(11))).isEqualTo(PasswordJudgement.TOO_SHORT);
        assertThat(PasswordRules.forAdministrator("𝄞".repeat(12))).isEqualTo(PasswordJudgement.ACCEPTABLE);
    }

    @Test
    void refusesMoreThan1024Bytes() {
        assertThat(PasswordRules.forAdministrator("a".repeat(1024))).isEqualTo(PasswordJudgement.ACCEPTABLE);
        assertThat(PasswordRules.forAdministrator("a".repeat(1025))).isEqualTo(PasswordJudgement.TOO_LONG);
        assertThat(PasswordRules.forAdministrator("ä".repeat(512))).isEqualTo(PasswordJudgement.ACCEPTABLE);
        assertThat(PasswordRules.forAdministrator("ä".repeat(513))).isEqualTo(PasswordJudgement.TOO_LONG);
        assertThat(PasswordRules.bytes("ä".repeat(513))).isEmpty();
        assertThat(PasswordRules.bytes("a".repeat(1025))).isEmpty();
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(PasswordRules.forAdministrator("twelve chars\uD834")).isEqualTo(PasswordJudgement.NOT_TEXT);
        assertThat(PasswordRules.forAdministrator("\uDD1Etwelve chars")).isEqualTo(PasswordJudgement.NOT_TEXT);
        assertThat(PasswordRules.bytes("\uD834")).isEmpty();
    }

    @Test
    @DisplayName("A password is its exact bytes: neither normalised nor trimmed")
    void keepsTheExactBytes() {
        String decomposed = " a\u0308 \u0000\t";
        assertThat(PasswordRules.bytes(decomposed)).contains(decomposed.getBytes(StandardCharsets.UTF_8));
    }
}
