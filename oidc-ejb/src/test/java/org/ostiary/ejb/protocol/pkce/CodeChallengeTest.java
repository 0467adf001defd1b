package org.ostiary.ejb.protocol.pkce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.CHALLENGE;
import static org.ostiary.ejb.fixture.SampleRequest.VERIFIER;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeChallengeTest {

    @Test
    @DisplayName("RFC 7636 appendix B: the example fits")
    void isTheExampleOfTheSpecification() {
        assertThat(CodeChallenge.of(new CodeVerifier(VERIFIER)).value()).isEqualTo(CHALLENGE);
        assertThat(new CodeChallenge(CHALLENGE).fits(new CodeVerifier(VERIFIER)))
                .isTrue();
    }

    @Test
    @DisplayName("RFC 7636 4.6: another verifier does not fit, nor does the challenge itself")
    void fitsNoOtherVerifier() {
        CodeChallenge challenge = new CodeChallenge(CHALLENGE);
        assertThat(challenge.fits(new CodeVerifier(VERIFIER.replace('d', 'e')))).isFalse();
        assertThat(challenge.fits(new CodeVerifier(CHALLENGE))).isFalse();
    }

    @Test
    void hasFortyThreeCharacters() {
        assertThat(CodeChallenge.wellFormed(CHALLENGE)).isTrue();
        assertThat(CodeChallenge.wellFormed(CHALLENGE.substring(1))).isFalse();
        assertThat(CodeChallenge.wellFormed(CHALLENGE + "A")).isFalse();
        assertThat(CodeChallenge.wellFormed(CHALLENGE.substring(1) + "=")).isFalse();
        assertThat(CodeChallenge.wellFormed(CHALLENGE.substring(1) + "+")).isFalse();
        assertThat(CodeChallenge.wellFormed("")).isFalse();
    }

    @ParameterizedTest
    @DisplayName("RFC 7636 4.1: a verifier has 43 to 128 characters")
    @ValueSource(ints = {43, 44, 127, 128})
    void verifiersOfAllowedLength(int length) {
        assertThat(CodeVerifier.wellFormed("a".repeat(length))).isTrue();
    }

    @ParameterizedTest
    @DisplayName("RFC 7636 4.1: a verifier of another length is none")
    @ValueSource(ints = {0, 1, 42, 129, 4096})
    void verifiersOfAnotherLength(int length) {
        assertThat(CodeVerifier.wellFormed("a".repeat(length))).isFalse();
    }

    @ParameterizedTest
    @DisplayName("RFC 7636 4.1: a verifier has unreserved characters only")
    @ValueSource(strings = {" ", "+", "/", "=", "%", "\n", "ä", ":"})
    void verifiersWithOtherCharacters(String character) {
        assertThat(CodeVerifier.wellFormed("a".repeat(43) + character)).isFalse();
    }
}
