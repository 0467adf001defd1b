package org.ostiary.ejb.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileRefusalsTest {

    private static final String DIGEST = "$5$abcdefgh$BWZ40aBGwHskxJEAPaQ7BeX5CsJQnxWro9FnP3/JCe5";

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("A wrong value is one line that names user and field")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "displayname: ''           | displayname is missing",
                "displayname: [Ada]        | displayname must be one text",
                "displayname: \"a\\u0007b\"| displayname has more than 200 characters or a control character",
                "email: nobody             | email is not an address",
                "email: '@host'            | email is not an address",
                "email: 'name@'            | email is not an address",
                "email: 'a b@host'         | email is not an address",
                "email: [a@b, c@d]         | email must be one text",
                "email_verified: maybe     | email_verified must be true or false",
                "email_verified: true      | email_verified is true, but there is no email",
                "groups: admins            | groups must be a list of at most 1000 names",
                "groups: {admins: true}    | groups must be a list",
                "groups: [[admins]]        | groups has an entry that is not a name",
                "groups: ['']              | groups has an entry that is not a name",
                "groups: [\"a\\nb\"]       | groups has an entry that is not a name",
                "groups: &g [*g]           | groups has an entry that is not a name",
                "disabled: 1               | disabled must be true or false",
                "disabled: [true]          | disabled must be one text",
                "password:                 | password is missing",
                "password: {}              | password must be one text",
                "password: secret          | password is not a digest; a digest begins with $",
                "password: $plaintext$abc  | password is no digest but plain text",
                "password: $y$j9T$abc$def  | password is of yescrypt",
                "password: $argon2id$v=19$m=4194304,t=1,p=1$abc$def | password m is 4194304; accepted are 8 to 262144",
                "<<: {disabled: true}      | << (a merge key) is not supported",
            })
    void refuses(String line, String mistake) {
        String attribute = line.substring(0, line.indexOf(':'));
        assertThat(mistakes(account(attribute, line)))
                .singleElement()
                .asString()
                .startsWith("user \"ada\": " + mistake);
    }

    @Test
    void collectsEveryMistakeInTheOrderOfTheFile() {
        assertThat(mistakes("users: {ada: {password: x, disabled: 2}, '': {}, bob: , cy: {displayname: C}}"))
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(' ', mistake.indexOf(": ") + 2)))
                .containsExactly(
                        "user \"ada\": password",
                        "user \"ada\": displayname",
                        "user \"ada\": disabled",
                        "user \"\": the",
                        "user \"\": password",
                        "user \"\": displayname",
                        "user \"bob\": has",
                        "user \"cy\": password");
    }

    @ParameterizedTest
    @DisplayName("Usernames that people cannot tell apart are a mistake")
    @ValueSource(strings = {"Ada", "ＡＤＡ", "' ada'", "ADA"})
    void refusesTheSameNameTwice(String other) {
        String two = account("", "") + "\n  " + other + ": {displayname: A, password: " + DIGEST + "}";
        assertThat(mistakes(two)).singleElement().asString().contains("is the same name as \"ada\"");
    }

    @ParameterizedTest
    @DisplayName("A key that is repeated is a mistake, by its line and without its value")
    @ValueSource(
            strings = {
                "users:\n  ada: {}\n  ada: {}",
                "users:\n  ada:\n    password: S\n    password: S",
                "users: {}\n\nusers: {}"
            })
    void refusesARepeatedKey(String yaml) {
        assertThat(mistakes(yaml)).singleElement().asString().matches("line [34]: a key is repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---", "[]", "text", "users:", "users: []", "accounts: {}", "users: text"})
    void refusesAFileWithoutAMapOfUsers(String yaml) {
        assertThat(mistakes(yaml)).singleElement().asString().contains("no map \"users\"");
    }

    @ParameterizedTest
    @DisplayName("What is not YAML is a mistake that does not quote the file")
    @ValueSource(
            strings = {
                "users: {ada: {password: 'hunter2",
                "users:\n\tada: hunter2",
                "users:\n  ada:\n    password: @hunter2",
                "users:\n  ada:\n    password: *hunter2",
                "users:\n  ada:\n    password: !hunter2 x",
                "users:\n  ada:\n    password: !hunter2!x y",
                "users:\n  ada:\n    password: !!java.net.URL [\"http://hunter2\"]",
                "users:\n  ada:\n    password: \"\\qhunter2\"",
                "users: {}\n---\nhunter2: {}",
                "users: {}\nhunter2",
                "? [hunter2]\n: x",
                "users: {? {hunter2: x} : y}",
                "&a {*a : hunter2}",
                "users: {ada: \u0001hunter2}",
                "%YAML 3.0\n---\nhunter2: {}",
            })
    void refusesWhatIsNotYaml(String yaml) {
        assertThat(mistakes(yaml)).singleElement().asString().isNotBlank().doesNotContain("hunter2");
    }

    @Test
    void namesNoDigestInAMistake() {
        assertThat(String.join("\n", mistakes(account("password", "password: " + DIGEST + "!"))))
                .contains("ada")
                .doesNotContain("BWZ40")
                .doesNotContain("abcdefgh");
    }

    @Test
    void showsNoControlCharactersOfAUsername() {
        assertThat(mistakes("users: {\"a\\u001b[31mb\\u2028c\": {displayname: A, password: " + DIGEST + "}}"))
                .singleElement()
                .isEqualTo("user \"a?[31mb?c\": the username has a control character or another that cannot be seen");
    }

    @Test
    void refusesOtherEncodings(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("users.yml"), "users: {é: {}}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(AccountsFileException.class, () -> AccountsFiles.read(file))
                        .mistakes())
                .containsExactly("the file is not UTF-8 text");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path directory) {
        Path file = directory.resolve("users.yml");
        assertThat(catchThrowableOfType(AccountsFileException.class, () -> AccountsFiles.read(file))
                        .mistakes())
                .containsExactly("the file " + file + " cannot be read: NoSuchFileException");
    }

    /** One right account, in which one attribute is replaced. */
    private static String account(String attribute, String line) {
        StringBuilder yaml = new StringBuilder("users:\n  ada:\n");
        for (String right : List.of("displayname: Ada", "password: " + DIGEST)) {
            if (!right.startsWith(attribute + ":")) {
                yaml.append("    ").append(right).append('\n');
            }
        }
        return yaml.append("    ").append(line).toString();
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(AccountsFileException.class, () -> AccountsFiles.parse(yaml))
                .mistakes();
    }
}
