package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorFileTest {
    @TempDir
    Path directory;

    @Test
    void theContainerFindsItBetweenEnvironmentAndPackagedValues() {
        assertThat(ServiceLoader.load(ConfigSource.class))
                .singleElement()
                .satisfies(source -> assertThat(source.getOrdinal()).isEqualTo(250));
    }

    @Test
    void noFileIsNoMistake() {
        OperatorProperties properties = OperatorProperties.read(named(Map.of()), named(Map.of()));

        assertThat(properties.values()).isEmpty();
        assertThat(properties.mistakes()).isEmpty();
    }

    @Test
    void theEnvironmentNamesAFileInUtf8() throws IOException {
        Path file = write("oidc.client.app.client-name=Caf\u00e9\n");

        assertThat(OperatorProperties.read(named(Map.of()), named(Map.of("OIDC_CONFIG", file.toString())))
                        .values())
                .containsExactly(Map.entry("oidc.client.app.client-name", "Caf\u00e9"));
    }

    @Test
    void theSystemPropertyWinsOverTheEnvironment() throws IOException {
        Path file = write("oidc.issuer=https://id.example.org\n");

        assertThat(OperatorProperties.read(
                                named(Map.of("oidc.config", file.toString())), named(Map.of("OIDC_CONFIG", "/nowhere")))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void aNamedFileThatIsMissingIsAMistake() {
        assertMistake(directory.resolve("missing.properties"));
    }

    @Test
    void aDirectoryIsAMistake() {
        assertMistake(directory);
    }

    @Test
    void aFileThatIsNoUtf8IsAMistake() throws IOException {
        Path file = directory.resolve("latin1.properties");
        Files.write(file, "oidc.client.app.client-name=Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertMistake(file);
    }

    @Test
    void aMalformedEscapeIsAMistake() throws IOException {
        assertMistake(write("a=\\u00\n"));
    }

    private void assertMistake(Path file) {
        assertThat(OperatorProperties.read(named(Map.of()), named(Map.of("OIDC_CONFIG", file.toString())))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.config = \"" + file + "\": must name a readable properties file in UTF-8");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("ostiary.properties"), text);
    }

    private static Function<String, Optional<String>> named(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name));
    }
}
