package org.ostiary.ejb.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.config.AttributeType;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.password.PasswordDigest;

class AccountsFileTest {

    private static final byte[] PASSWORD = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);
    private static final String ACCOUNT = "users: {ada: {displayname: Ada, password: $5$abcdefgh$"
            + "BWZ40aBGwHskxJEAPaQ7BeX5CsJQnxWro9FnP3/JCe5, %s}}";

    @Test
    @DisplayName("Authelia's users_database.yml: every account, in its order")
    void readsAutheliasLayout() throws Exception {
        AccountsFile file = AccountsFiles.read(fixture());
        assertThat(file.accounts())
                .extracting(FileAccount::username)
                .containsExactly("john", "harry", "bob@example.com", "james", "007");
        assertThat(file.accounts())
                .extracting(FileAccount::displayName)
                .containsExactly("John Doe", "Harry Potter", "Bob Dylan", "James Dean", "山田 太郎");
        assertThat(file.accounts())
                .extracting(FileAccount::email)
                .containsExactly("john.doe@example.com", "harry.potter@example.com", "bob@example.com", null, null);
        assertThat(file.accounts())
                .extracting(FileAccount::groups)
                .containsExactly(Set.of("admins", "dev"), Set.of(), Set.of("dev"), Set.of(), Set.of());
        assertThat(file.accounts()).extracting(FileAccount::disabled).containsExactly(false, true, false, false, false);
    }

    @Test
    void takesAnAddressForVerifiedOnlyWhenTheFileSaysSo() throws Exception {
        assertThat(AccountsFiles.read(fixture()).accounts())
                .filteredOn(FileAccount::emailVerified)
                .extracting(FileAccount::username)
                .containsExactly("bob@example.com");
    }

    @Test
    void handsOverDigestsThatVerify() throws Exception {
        assertThat(AccountsFiles.read(fixture()).accounts())
                .allMatch(account ->
                        PasswordDigest.parse(account.passwordDigest()).matches(PASSWORD));
    }

    @Test
    @DisplayName("OIDC Core 5.1: further attributes become the claims of those names")
    void readsClaims() throws Exception {
        AccountsFile file = AccountsFiles.read(fixture());
        assertThat(file.warnings()).isEmpty();
        String claims = file.accounts().stream()
                .filter(account -> account.username().equals("james"))
                .map(FileAccount::claims)
                .findFirst()
                .orElseThrow();
        JsonObject json = Jwt.json(Objects.requireNonNull(claims));
        assertThat(json.getString("given_name")).isEqualTo("James");
        assertThat(json.getString("birthdate")).isEqualTo("1931-02-08");
        assertThat(json.getString("phone_number")).isEqualTo("+1 (765) 555-0100;ext=42");
        assertThat(json.getBoolean("phone_number_verified")).isFalse();
        assertThat(json.getJsonObject("address").getString("postal_code")).isEqualTo("46952");
        assertThat(json.getString("shoesize")).isEqualTo("42");
        assertThat(file.accounts())
                .filteredOn(account -> account.claims() == null)
                .hasSize(4);
    }

    @Test
    void warnsOfWhatMayBeMisspelt() {
        assertThat(AccountsFiles.parse(ACCOUNT.formatted("disbaled: true") + "\nversion: 1")
                        .warnings())
                .containsExactly(
                        "\"version\" at the top of the file is not \"users\" and is ignored",
                        "attribute \"disbaled\" is unknown, perhaps misspelt, and is ignored (accounts that have it: 1)");
    }

    @ParameterizedTest
    @DisplayName("Authelia reads the booleans of YAML 1.1")
    @CsvSource({
        "true,true",
        "True,true",
        "yes,true",
        "on,true",
        "y,true",
        "false,false",
        "NO,false",
        "off,false",
        "~,false",
        "'',false"
    })
    void readsTheBooleansThatAutheliaReads(String text, boolean disabled) {
        AccountsFile file = AccountsFiles.parse(ACCOUNT.formatted("disabled: " + text));
        assertThat(file.accounts()).extracting(FileAccount::disabled).containsExactly(disabled);
    }

    @Test
    @DisplayName(
            "Attributes of the operator's own are what the operator declared: numbers, truth values, several of them")
    void readsAttributesByTheirTypes() {
        AccountsFile file = AccountsFile.parse(
                ACCOUNT.formatted("extra: {floor: 7, night: true, doors: [1, 2], keys: 9, badge: 007, tags: [a, b]}"),
                Map.of(
                        "floor", new AttributeType(AttributeType.Value.INTEGER, false),
                        "night", new AttributeType(AttributeType.Value.BOOLEAN, false),
                        "doors", new AttributeType(AttributeType.Value.INTEGER, true),
                        "keys", new AttributeType(AttributeType.Value.INTEGER, true)));
        assertThat(Jwt.json(Objects.requireNonNull(file.accounts().get(0).claims())))
                .isEqualTo(Jwt.json("{\"floor\":7,\"night\":true,\"doors\":[1,2],\"keys\":[9],\"badge\":\"007\","
                        + "\"tags\":[\"a\",\"b\"]}"));
    }

    @ParameterizedTest
    @DisplayName("A value that is not of the declared type refuses the file")
    @CsvSource({
        "INTEGER,false,seven",
        "INTEGER,false,1.5",
        "INTEGER,false,[1]",
        "BOOLEAN,false,maybe",
        "INTEGER,true,[x]"
    })
    void refusesOtherTypes(AttributeType.Value value, boolean several, String written) {
        assertThatThrownBy(() -> AccountsFile.parse(
                        ACCOUNT.formatted("extra: {floor: " + written + "}"),
                        Map.of("floor", new AttributeType(value, several))))
                .isInstanceOf(AccountsFileException.class)
                .hasMessageContaining("extra has a member that is not of the type");
    }

    @Test
    void sharesGroupsByAliases() {
        AccountsFile file =
                AccountsFiles.parse(ACCOUNT.formatted("groups: &both [a, b]}, bob: {displayname: Bob, password: "
                        + "$5$abcdefgh$BWZ40aBGwHskxJEAPaQ7BeX5CsJQnxWro9FnP3/JCe5, groups: *both"));
        assertThat(file.accounts()).extracting(FileAccount::groups).containsOnly(Set.of("a", "b"));
    }

    @Test
    void skipsAByteOrderMark(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("users.yml"), "\uFEFF" + ACCOUNT.formatted("disabled: true"));
        assertThat(AccountsFiles.read(file).accounts()).hasSize(1);
    }

    @Test
    void readsAFileWithoutUsers() {
        assertThat(AccountsFiles.parse("users: {}").accounts()).isEmpty();
    }

    @Test
    void doesNotShowTheDigest() {
        FileAccount account = AccountsFiles.parse(ACCOUNT.formatted("disabled: true"))
                .accounts()
                .get(0);
        assertThat(account).asString().contains("ada").doesNotContain("$5$").doesNotContain("BWZ40");
    }

    private static Path fixture() throws URISyntaxException {
        URL resource = AccountsFileTest.class.getResource("/accounts/users_database.yml");
        return Path.of(Objects.requireNonNull(resource).toURI());
    }
}
