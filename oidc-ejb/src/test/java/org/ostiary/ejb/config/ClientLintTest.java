package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.protocol.lint.LintRule;

class ClientLintTest {

    private final Map<String, String> file = new HashMap<>(Map.of("oidc.issuer", "https://id.example.org"));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("RFC 9700: a client as the best current practice wants it has the grade A")
    void praises() {
        client("wiki", "redirect-uris", "https://wiki.example.org/cb");
        client("wiki", "token-endpoint-auth-method", "private_key_jwt");
        client("wiki", "jwks-uri", "https://wiki.example.org/jwks.json");
        client("wiki", "require-pkce", "true");
        assertThat(lint("A")).isZero();
        assertThat(lines()).containsExactly("A wiki");
    }

    @Test
    @DisplayName("RFC 9700: each finding has a grade, a section and a fix, and a pipeline fails by the worst")
    void finds() {
        file.put("oidc.enable-token-response-types", "true");
        client("old", "redirect-uris", "https://old.example.org/cb");
        client("old", "client-secret", "$plaintext$0123456789abcdef0123456789abcdef");
        client("old", "response-types", "token");
        client("old", "grant-types", "implicit");
        assertThat(lint("C")).isOne();
        assertThat(lines()).first().asString().isEqualTo("D old");
        assertThat(lines())
                .anyMatch(
                        line -> line.startsWith(
                                "  D tokens-through-browsers (RFC 9700, section 2.1.2): Access tokens travel through browsers"));
    }

    @Test
    @DisplayName("RFC 8252 7.1, 8.3, 8.6: what native applications do wrong is found")
    void findsInNativeApplications() {
        client("app", "public", "true");
        client("app", "application-type", "native");
        client("app", "redirect-uris", "http://localhost/cb");
        client("app", "require-pkce", "true");
        assertThat(lint("A")).isOne();
        assertThat(lint("B")).isZero();
        assertThat(lines()).anyMatch(line -> line.contains("loopback-by-name"));
    }

    @Test
    @DisplayName("Part 12: a wrong configuration and a wrong grade are neither good nor bad")
    void refusesWhatItCannotRead() {
        assertThat(lint("E")).isEqualTo(2);
        file.remove("oidc.issuer");
        assertThat(lint("C")).isEqualTo(2);
    }

    @Test
    void everyRuleSaysWhereItComesFrom() {
        assertThat(LintRule.values())
                .allSatisfy(rule -> assertThat(rule.section()).matches("RFC \\d{4}, section [0-9.]+"))
                .extracting(LintRule::id)
                .doesNotHaveDuplicates();
    }

    private void client(String id, String option, String value) {
        file.put("oidc.client." + id + "." + option, value);
    }

    private int lint(String grade) {
        printed.reset();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return ClientLint.run(
                new PlainSources(Map.of(), Map.of(), new OperatorProperties(file, List.of())), grade, out);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
