package org.ostiary.ejb.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} explains every rule that the source names, and no other. */
class ErrorsDocumentTest {

    private static final Pattern NAMED = Pattern.compile(
            "(?:new (?:Rule|InteractionCheck|InvalidClient)|AdminRefusal\\.conflict)\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"(?! *\\+)");

    /** In files that make a rule of a name which their methods are given, every word with a dash is such a name. */
    private static final Pattern GIVEN = Pattern.compile("new (?:Rule|InvalidClient)\\(\\s*(?:rule|name|ruleId)\\b");

    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern EXPLAINED =
            Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$");

    @Test
    @DisplayName("S12: every rule is explained with its section, what it means and what to do")
    void explainsEveryRule() throws IOException {
        String page = Files.readString(Path.of("../docs/errors.md"));
        Set<String> explained = EXPLAINED
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).isEqualTo(rules());
    }

    private static Set<String> rules() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (String module : List.of("../oidc-ejb", "../oidc-web")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> rules.addAll(rulesIn(file)));
            }
        }
        return rules;
    }

    private static Set<String> rulesIn(Path file) {
        try {
            String source = Files.readString(file);
            Pattern pattern = GIVEN.matcher(source).find() ? WORD : NAMED;
            return Stream.concat(
                            NAMED.matcher(source).results(),
                            pattern.matcher(source).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
