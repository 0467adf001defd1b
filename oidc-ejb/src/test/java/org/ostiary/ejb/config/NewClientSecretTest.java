package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.password.PasswordDigest;
import org.ostiary.ejb.random.SecureTokens;

class NewClientSecretTest {

    private static final String KEY = "oidc.client.app.client-secret=";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @DisplayName(
            "S30: the secret is shown once, with the line that the configuration takes, which holds its digest only")
    void printsASecretAndItsDigest() {
        assertThat(run("app")).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        String secret = lines.get(1);
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(lines.get(3)).startsWith(KEY + "$argon2id$").doesNotContain(secret);
        String digest = lines.get(3).substring(KEY.length());
        assertThat(PasswordDigest.parse(digest).matches(secret.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.client.app.client-secret", digest)
                        .report()
                        .mistakes())
                .isEmpty();
        assertThat(err.size()).isZero();
    }

    @Test
    @DisplayName("OIDC Core 10.1: a client that signs with its secret needs it in the configuration")
    void printsASecretToSignWith() {
        assertThat(run("app", "client_secret_jwt")).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(3)).isEqualTo(KEY + "$plaintext$" + lines.get(1));
    }

    @Test
    @DisplayName("No two secrets are the same")
    void makesAnotherEachTime() {
        run("app", "client_secret_jwt");
        run("app", "client_secret_jwt");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(KEY)))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @ParameterizedTest
    @DisplayName("What is no client identifier gets no secret")
    @ValueSource(strings = {"", "two words", "123e4567-e89b-42d3-a456-426614174000"})
    void refusesOtherNames(String name) {
        assertThat(run(name)).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("a client identifier must");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("app", "client_secret_basic")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) {
        return NewClientSecret.run(
                arguments,
                new SecureTokens(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
