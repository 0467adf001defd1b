package org.ostiary.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

class ProblemTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 406, 410, 411, 413, 414, 415, 421, 431, 503})
    void knowsWhatTheContainerReportsMost(int status) {
        assertThat(Problem.ofStatus(status).title())
                .isNotEqualTo(Problem.ofStatus(499).title())
                .isNotEqualTo(Problem.ofStatus(599).title());
    }

    @ParameterizedTest
    @CsvSource({"418, 499", "502, 500"})
    void saysSomethingGeneralAboutTheRest(int status, int like) {
        assertThat(Problem.ofStatus(status).message())
                .isEqualTo(Problem.ofStatus(like).message());
    }

    @Test
    void tellsWhatWasRefused() {
        OAuthException refusal = new OAuthException(
                OAuthErrorCode.INVALID_REQUEST, new Rule("client-known", "RFC 6749, section 4.1.2.1"), "No {0} client");

        Problem problem = Problem.of(refusal, "Any {0} reason (request r-1)");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.message())
                .contains("Any {0} reason (request r-1)")
                .doesNotContain("client-known", "No {0} client");
    }

    @Test
    void isValidJsonWhateverTheStatus() {
        assertThat(IntStream.range(400, 600).mapToObj(Problem::ofStatus))
                .allSatisfy(problem -> assertThat(problem.message()).matches("[ !#-\\[\\]-~]+"));
    }

    @ParameterizedTest
    @CsvSource({"404, invalid_request", "413, invalid_request", "500, server_error", "503, temporarily_unavailable"})
    void hasACodeForPrograms(int status, String code) {
        assertThat(ErrorJson.of(Problem.ofStatus(status), "r-1"))
                .startsWith("{\"error\":\"" + code + "\",\"error_description\":\"")
                .endsWith(" (request r-1)\"}");
    }

    @Test
    void keepsWhatItSaysUnderAnotherStatus() {
        Problem problem = Problem.ofStatus(400);

        assertThat(problem.withStatus(403).message()).isEqualTo(problem.message());
        assertThat(problem.withStatus(403).status()).isEqualTo(403);
    }
}
