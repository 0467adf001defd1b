package org.ostiary.ejb.authelia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutheliaConfigurationTest {

    private static final String RIGHT = """
            session: {cookies: [{authelia_url: 'https://auth.example.com'}]}
            identity_providers:
              oidc:
                clients:
                  - client_id: app
                    public: true
                    redirect_uris: ['https://app.example.com/cb']
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "Part 12: the file goes to the standard output, the report to the standard error; 0 when nothing was lost")
    void prints() throws IOException {
        assertThat(run(written(RIGHT))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("oidc.client.app.redirect-uris=https://app.example.com/cb\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("LOST 0\n");
    }

    @Test
    @DisplayName("Part 12: a file that is written can be read by its owner alone, and none is overwritten")
    void writes() throws IOException {
        String file = directory.resolve("ostiary.properties").toString();
        String yaml = written(RIGHT.replace("public: true", "public: true\n        odd: 1"));
        assertThat(run(yaml, file)).isOne();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                .isEqualTo("rw-------");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(run(yaml, file)).isEqualTo(2);
    }

    @Test
    @DisplayName("Part 12: what is no YAML is said so, with a hint for templates, and quotes nothing")
    void refusesTemplates() throws IOException {
        assertThat(run(written("key: {{ secret \"canary\" }}"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("authelia config template")
                .doesNotContain("canary");
        assertThat(run()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "90, PT1M30S",
        "1h30m, PT1H30M",
        "1 hour and 30 minutes, PT1H30M",
        "2 weeks, PT336H",
        "1M, PT720H",
        "1y, PT8760H",
        "500ms, PT0.5S"
    })
    @DisplayName("Part 12: durations are read as Authelia reads them")
    void readsDurations(String text, String iso) {
        assertThat(DurationWords.parse(text).map(Object::toString)).contains(iso);
        assertThat(DurationWords.parse(text + " soon")).isEmpty();
    }

    private String written(String yaml) throws IOException {
        return Files.writeString(directory.resolve("configuration.yml"), yaml).toString();
    }

    private int run(String... arguments) {
        return AutheliaConfiguration.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
