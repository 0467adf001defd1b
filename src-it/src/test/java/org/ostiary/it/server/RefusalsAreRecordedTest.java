package org.ostiary.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.ErrorAnswers;
import org.ostiary.it.http.RawHttp.RawAnswer;

/** What watches all tests is able to fail. */
class RefusalsAreRecordedTest {
    private final ErrorAnswers answers = new ErrorAnswers();

    @TempDir
    Path directory;

    private Path log = Path.of("");

    @BeforeEach
    void emptyLog() throws IOException {
        log = Files.writeString(directory.resolve("server.log"), "2026-01-01 INFO The server is ready\n");
    }

    @Test
    @DisplayName("An error answer without a record fails the class, and names its request")
    void failsWithoutARecord() {
        answers.remember(answer(400, Map.of("X-Request-Id", List.of("lost")), "{\"error\":\"invalid_request\"}"));

        assertThatThrownBy(watcher()::requireRecords)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lost");
    }

    @Test
    @DisplayName("A page, a status without a body, a redirected and a posted error count like one for a program")
    void failsForEveryKind() {
        answers.remember(answer(404, Map.of("X-Request-Id", List.of("page")), "<html>"));
        answers.remember(answer(405, Map.of("X-Request-Id", List.of("head")), ""));
        answers.remember(answer(
                303,
                Map.of("X-Request-Id", List.of("redirect"), "Location", List.of("https://rp.test/cb#error=x")),
                ""));
        answers.remember(answer(
                200,
                Map.of("X-Request-Id", List.of("post")),
                "<input type=\"hidden\" name=\"error\" value=\"access_denied\">"));
        answers.remember(new RawAnswer("HTTP/1.1 400 \r\nX-Request-Id: raw\r\n\r\n", ""));
        answers.remember(answer(400, Map.of(), "<html>of the container"));

        assertThatThrownBy(watcher()::requireRecords)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("page=", "head=", "redirect=", "post=", "raw=", "without an id");
    }

    @Test
    @DisplayName("A record without a section is none")
    void demandsTheSection() throws IOException {
        answers.remember(answer(400, Map.of("X-Request-Id", List.of("vague")), ""));
        write("INFO Refused request vague: invalid_request, rule some-rule (): x");

        assertThatThrownBy(watcher()::requireRecords).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("An error with its record passes, also when the record comes later, and good answers need none")
    void passesWithRecords() throws IOException {
        RefusalsAreRecorded watcher = watcher();
        answers.remember(answer(200, Map.of("X-Request-Id", List.of("good")), "{}"));
        answers.remember(answer(400, Map.of("X-Request-Id", List.of("first")), ""));
        write("INFO Refused request first: invalid_request, rule some-rule (RFC 6749, section 5.2): x");
        assertThatCode(watcher::requireRecords).doesNotThrowAnyException();

        answers.remember(answer(400, Map.of("X-Request-Id", List.of("second")), ""));
        write("INFO Refused request second: invalid_request, rule some-rule (RFC 6749, section 5.2): x");
        assertThatCode(watcher::requireRecords).doesNotThrowAnyException();
        assertThat(answers.drain()).isEmpty();
    }

    private RefusalsAreRecorded watcher() {
        return new RefusalsAreRecorded(answers, new RecordedRefusals(() -> List.of(log)), Duration.ZERO);
    }

    private void write(String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
    }

    private static Answer answer(int status, Map<String, List<String>> headers, String body) {
        return new Answer(
                URI.create("http://localhost/api/oidc/token"),
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body);
    }
}
