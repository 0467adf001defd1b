package org.ostiary.ejb.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.meter.CurrentRequest;

class LogFileTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("W19: whatever a line says, it is one line of JSON, bounded, and names the request")
    void writesOneLineEach() throws IOException {
        Path file = directory.resolve("deep/er/ostiary%u.jsonl");
        Handler handler = LogFile.to(file);
        CurrentRequest.begin("request-1");
        handler.publish(line("a \"quote\"\r\n{\"level\":\"SEVERE\"} \u001b[31m\u202e"));
        CurrentRequest.end();
        handler.publish(line("x".repeat(1_000_000)));
        LogRecord failure = line("failed");
        failure.setThrown(new IllegalStateException("broken\nhere"));
        handler.publish(failure);
        handler.close();
        List<String> lines = Files.readAllLines(directory.resolve("deep/er/ostiary%u.jsonl.0"));
        assertThat(lines).hasSize(3);
        assertThat(json(lines.get(0)).getString("message"))
                .isEqualTo("a \"quote\"\r\n{\"level\":\"SEVERE\"} \u001b[31m\u202e");
        assertThat(json(lines.get(0)).getString("request")).isEqualTo("request-1");
        assertThat(json(lines.get(0)).getString("level")).isEqualTo("INFO");
        assertThat(lines.get(0)).doesNotContain("\u001b");
        assertThat(lines.get(1)).hasSizeLessThan(3_000).doesNotContain("request");
        assertThat(json(lines.get(2)).getString("thrown")).contains("IllegalStateException", "broken\nhere");
    }

    private static LogRecord line(String message) {
        LogRecord line = new LogRecord(Level.INFO, message);
        line.setLoggerName("org.ostiary.x");
        return line;
    }

    private static JsonObject json(String line) {
        return BoundedJson.read(line).orElseThrow();
    }
}
