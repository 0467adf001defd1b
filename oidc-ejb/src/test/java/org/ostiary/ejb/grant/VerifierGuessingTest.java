package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleTokens;

class VerifierGuessingTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleTokens tokens = new SampleTokens(provider);
    private final String code;

    VerifierGuessingTest() {
        provider.addAccount("alice");
        code = new SampleBrowser(provider).codeFor(validRequest(), "alice");
    }

    @Test
    @DisplayName("B18: after five wrong verifiers the right one comes too late, and an auditor can see it")
    void spendsACodeThatSomeoneGuessesAt() {
        guess(5);
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
        assertThat(provider.audited("code_guessed")).isOne();
        assertThat(provider.audited("tokens_issued")).isZero();
    }

    @Test
    @DisplayName("B18: a client that errs four times still gets its tokens")
    void forgivesAFewErrors() {
        guess(4);
        assertThat(tokens.outcome(validTokenRequest(code))).startsWith("ost_at_");
        assertThat(provider.audited("code_guessed")).isZero();
    }

    private void guess(int times) {
        for (int each = 0; each < times; each++) {
            assertThat(tokens.outcome(validTokenRequest(code).with("code_verifier", "x".repeat(43 + each))))
                    .isEqualTo("invalid_grant");
        }
    }
}
