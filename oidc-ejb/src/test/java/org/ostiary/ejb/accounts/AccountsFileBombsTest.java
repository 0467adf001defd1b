package org.ostiary.ejb.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AccountsFileBombsTest {

    private static final String ADA =
            "users: {ada: {displayname: A, password: $5$abcdefgh$BWZ40aBGwHskxJEAPaQ7BeX5CsJQnxWro9FnP3/JCe5, x: ";

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void refusesDeepNesting(String opening) {
        String indented = opening.endsWith(": ") || opening.equals("[") ? ADA : "x: ";
        assertThatThrownBy(() -> AccountsFiles.parse(indented + "\n" + opening.repeat(100_000)))
                .isInstanceOf(AccountsFileException.class);
    }

    @Test
    void saysHowDeepIsTooDeep() {
        assertThatThrownBy(() -> AccountsFiles.parse("users: " + "[".repeat(30) + "]".repeat(30)))
                .isInstanceOf(AccountsFileException.class)
                .hasMessage("line 1: nested deeper than 20 levels");
    }

    @Test
    void survivesABillionLaughs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", before, before, before, before)));
        }
        assertThat(AccountsFiles.parse(laughs + ADA + "*a29}}").accounts()).hasSize(1);
        assertThatThrownBy(() -> AccountsFiles.parse(laughs + ADA + "1, groups: *a29}}"))
                .isInstanceOf(AccountsFileException.class);
    }

    @Test
    void survivesABillionLaughsAsAKey() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", before, before, before, before)));
        }
        assertThatThrownBy(() -> AccountsFiles.parse(laughs + "? *a29\n: x\nusers: {}"))
                .isInstanceOf(AccountsFileException.class)
                .hasMessageEndingWith("a key that is not one text");
    }

    @Test
    void refusesTooManyAliases() {
        assertThatThrownBy(() -> AccountsFiles.parse("a: &a x\nb: [" + "*a, ".repeat(10_001) + "]\nusers: {}"))
                .isInstanceOf(AccountsFileException.class)
                .hasMessage("line 2: more than 10000 aliases");
    }

    @Test
    void refusesALargeFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("users.yml"), "users: {}\n#" + "x".repeat(8 * 1024 * 1024));
        assertThatThrownBy(() -> AccountsFiles.read(file))
                .isInstanceOf(AccountsFileException.class)
                .hasMessage("the file is larger than 8388608 bytes");
    }

    @Test
    void readsTenThousandAccounts() {
        StringBuilder yaml = new StringBuilder("users:\n");
        for (int i = 0; i < 10_000; i++) {
            yaml.append("  user-%d:\n    displayname: 'User %d'\n    email: user%d@example.com\n".formatted(i, i, i))
                    .append("    password: '$argon2id$v=19$m=65536,t=3,p=4$Hjc8e7WYcBFcJmEDUOsS9A$"
                            + "ozM7RyZR1EyDR8cuyVpDDfmLrGPGFgo5E2NNqRumui4'\n    groups: [dev, admins]\n");
        }
        assertThat(AccountsFiles.parse(yaml.toString()).accounts()).hasSize(10_000);
    }
}
