package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {
    @TempDir
    Path directory;

    private final Map<String, String> systemProperties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> file = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void rightInTheFile() {
        file.put("oidc.issuer", "https://id.example.org");
        file.put("oidc.data-directory", directory.resolve("new/data").toString());
    }

    @Test
    void aRightConfigurationIsSilent() {
        assertThat(check()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void lookingChangesNothingOnDisk() throws IOException {
        check();

        try (var entries = Files.list(directory)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void warningsDoNotStopTheStart() {
        file.put("oidc.isuer", "x");

        assertThat(check()).isZero();
        assertThat(lines()).singleElement().asString().startsWith("warning: oidc.isuer: ");
    }

    @Test
    void eachMistakeIsALine() {
        file.remove("oidc.issuer");
        file.put("oidc.session.idle", "soon");

        assertThat(check()).isEqualTo(1);
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("mistake: oidc.issuer is missing: "),
                        line -> assertThat(line).startsWith("mistake: oidc.session.idle = \"soon\": "));
    }

    @Test
    @DisplayName("MicroProfile Config 3.1: system properties before the environment before the operator's file")
    void theOrderOfTheSources() {
        environment.put("OIDC_SESSION_IDLE", "20m");
        file.put("oidc.session.idle", "10m");
        assertThat(read().session().idle()).hasMinutes(20);

        systemProperties.put("oidc.session.idle", "40m");
        assertThat(read().session().idle()).hasMinutes(40);
    }

    @Test
    @DisplayName("MicroProfile Config 3.1: three spellings in the environment")
    void theSpellingsInTheEnvironment() {
        environment.put("OIDC_LIFESPANS_ACCESS_TOKEN", "2h");
        assertThat(read().lifespans().accessToken()).hasHours(2);

        environment.put("oidc_lifespans_access_token", "3h");
        assertThat(read().lifespans().accessToken()).hasHours(3);

        environment.put("oidc.lifespans.access-token", "4h");
        assertThat(read().lifespans().accessToken()).hasHours(4);
    }

    @Test
    @DisplayName("MicroProfile Config 3.1: expressions are replaced")
    void expressionsAreReplaced() {
        environment.put("DB_HOST", "db.example.org");
        file.put("oidc.db.url", "jdbc:postgresql://${DB_HOST}/${db.name:ostiary}");
        file.put("oidc.session.idle", "${nobody.knows}");

        assertThat(read().databaseUrl()).isEqualTo("jdbc:postgresql://db.example.org/ostiary");
        assertThat(read().session().idle()).hasMinutes(30);
    }

    @Test
    void anExpressionThatNamesItselfEnds() {
        file.put("oidc.session.idle", "${oidc.session.idle}");

        assertThat(read().session().idle()).hasMinutes(30);
    }

    @Test
    void anUnreadableOperatorFileComesFirst() {
        PlainSources sources = new PlainSources(
                Map.of(),
                Map.of(),
                new OperatorProperties(Map.of(), List.of("oidc.config = \"/nowhere\": must exist")));

        assertThat(ConfigurationCheck.run(sources, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("mistake: oidc.config"),
                        line -> assertThat(line).startsWith("mistake: oidc.issuer is missing"));
    }

    @Test
    void readsTheOperatorsFileWithoutTheLibrariesOfAServer() throws IOException, InterruptedException {
        Path file = Files.writeString(
                directory.resolve("ostiary.properties"),
                "oidc.issuer=https://id.example.org\noidc.session.idle=soon\noidc.data-directory="
                        + directory.resolve("data"));

        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Doidc.config=" + file,
                        "-cp",
                        withoutTheServer(),
                        ConfigurationCheck.class.getName())
                .redirectErrorStream(true)
                .start();
        check.getInputStream().transferTo(printed);

        assertThat(lines()).singleElement().asString().startsWith("mistake: oidc.session.idle = \"soon\": ");
        assertThat(check.waitFor()).isEqualTo(1);
    }

    /** An archive brings along what Jakarta EE and MicroProfile do not. */
    private static String withoutTheServer() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains("microprofile") && !entry.contains("jakarta"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void theDataDirectoryMustNotBeAFile() throws IOException {
        Path occupied = Files.createFile(directory.resolve("occupied"));
        file.put("oidc.data-directory", occupied.resolve("data").toString());
        file.put("oidc.master-key-file", directory.resolve("key").toString());

        assertMistake("oidc.data-directory", occupied.resolve("data"), "must be a directory");
    }

    @Test
    void aNamedAccountsFileMustExist() {
        Path missing = directory.resolve("users.yml");
        file.put("oidc.accounts-file", missing.toString());

        assertMistake("oidc.accounts-file", missing, "must be a file");
    }

    @Test
    void theMasterKeyFileMustNotBeADirectory() {
        file.put("oidc.master-key-file", directory.toString());

        assertMistake("oidc.master-key-file", directory, "must be a file");
    }

    private void assertMistake(String key, Path value, String text) {
        assertThat(check()).isEqualTo(1);
        assertThat(lines()).singleElement().asString().startsWith("mistake: " + key + " = \"" + value + "\": " + text);
    }

    private ProviderConfig read() {
        return ConfigurationReader.read(sources().values()).require();
    }

    private int check() {
        return ConfigurationCheck.run(sources(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private PlainSources sources() {
        return new PlainSources(systemProperties, environment, new OperatorProperties(file, List.of()));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
