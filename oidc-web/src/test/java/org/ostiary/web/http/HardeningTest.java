package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningTest {

    @ParameterizedTest
    @DisplayName("No server interrupts a request within a minute: one that starts would stay broken")
    @CsvSource({"hardening.asadmin,1", "harden-server.asadmin,2"})
    void interruptsNobodyEarly(String file, int listeners) throws IOException {
        List<Integer> seconds = Files.readAllLines(Path.of("src/main/payara", file)).stream()
                .filter(line -> line.contains("request-timeout-seconds="))
                .map(line -> Integer.valueOf(line.substring(line.indexOf('=') + 1)))
                .toList();
        assertThat(seconds).hasSize(listeners).allMatch(each -> each >= 60 && each > FormBody.PATIENCE.toSeconds());
    }
}
