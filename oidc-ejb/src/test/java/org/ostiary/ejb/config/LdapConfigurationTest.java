package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator may say about a directory, and what is refused at the start. */
class LdapConfigurationTest {

    private static final Configuration RIGHT = Configuration.smallest()
            .with("oidc.ldap.address", "ldaps://ldap.example.org")
            .with("oidc.ldap.implementation", "activedirectory")
            .with("oidc.ldap.base-dn", "dc=example,dc=org");

    @Test
    @DisplayName("An implementation brings its filters and names along, as Authelia has them")
    void bringsDefaultsAlong() {
        LdapConfig ldap = Objects.requireNonNull(RIGHT.read().ldap());
        assertThat(ldap.usersFilter()).startsWith("(&(|(sAMAccountName={input})(mail={input}))");
        assertThat(ldap.groupsFilter()).contains("(member={dn})");
        assertThat(ldap.attributes().uniqueId()).isEqualTo("objectGUID");
        assertThat(ldap.usersBase()).isEqualTo("dc=example,dc=org");
        assertThat(ldap.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ldap.connections()).isEqualTo(5);
        assertThat(ldap.refreshInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(ldap.emailsVerified()).isFalse();
        assertThat(ldap.userBind()).isNull();
    }

    static Stream<Arguments> keys() {
        String both = "(&(samaccountname={input})(member={dn}))";
        return Stream.of(
                key(
                        "address",
                        l -> l.addresses().toString(),
                        "[ldaps://ldap.example.org]",
                        "ldaps://a,ldaps://b:1",
                        "[ldaps://a, ldaps://b:1]"),
                key("implementation", l -> l.attributes().username(), "sAMAccountName", "freeipa", "uid"),
                key("tls.trust-file", l -> String.valueOf(l.trustFile()), "null", "/srv/ca.pem", "/srv/ca.pem"),
                key("timeout", l -> l.timeout().toString(), "PT5S", "2s", "PT2S"),
                key("pooling.count", l -> "" + l.connections(), "5", "7", "7"),
                key("base-dn", l -> l.usersBase(), "dc=example,dc=org", "dc=other", "dc=other"),
                key("additional-users-dn", l -> l.usersBase(), "dc=example,dc=org", "ou=p", "ou=p,dc=example,dc=org"),
                key("additional-groups-dn", l -> l.groupsBase(), "dc=example,dc=org", "ou=g", "ou=g,dc=example,dc=org"),
                key("users-filter", l -> "" + l.usersFilter().equals(both), "false", both, "true"),
                key("groups-filter", l -> "" + l.groupsFilter().equals(both), "false", both, "true"),
                key("group-search-mode", l -> "" + l.groupsFilter().isEmpty(), "false", "memberof", "true"),
                key("attributes.unique-id", l -> l.attributes().uniqueId(), "objectGUID", "a", "a"),
                key("attributes.username", l -> l.attributes().username(), "sAMAccountName", "a", "a"),
                key("attributes.display-name", l -> l.attributes().displayName(), "displayName", "a", "a"),
                key("attributes.given-name", l -> l.attributes().givenName(), "givenName", "a", "a"),
                key("attributes.family-name", l -> l.attributes().familyName(), "sn", "a", "a"),
                key("attributes.mail", l -> l.attributes().mail(), "mail", "a", "a"),
                key("attributes.member-of", l -> l.attributes().memberOf(), "memberOf", "a", "a"),
                key("attributes.group-name", l -> l.attributes().groupName(), "cn", "a", "a"),
                key("user-bind-dn", l -> "" + l.userBind(), "null", "uid={username},dc=x", "uid={username},dc=x"),
                key("emails-verified", l -> "" + l.emailsVerified(), "false", "true", "true"),
                key("refresh-interval", l -> l.refreshInterval().toString(), "PT5M", "1h", "PT1H"));
    }

    private static Arguments key(
            String name, Function<LdapConfig, String> component, String standard, String text, String value) {
        return Arguments.of("oidc.ldap." + name, component, standard, text, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void everyKeyHasItsDefaultAndIsRead(
            String key, Function<LdapConfig, String> component, String standard, String text, String value) {
        assertThat(component.apply(Objects.requireNonNull(RIGHT.read().ldap()))).isEqualTo(standard);
        assertThat(component.apply(
                        Objects.requireNonNull(RIGHT.with(key, text).read().ldap())))
                .isEqualTo(value);
    }

    @Test
    void theTestsHaveEveryKey() {
        Stream<String> tested = keys().map(arguments -> (String) arguments.get()[0]);
        Stream<String> inOtherTests = Stream.of(
                "oidc.ldap.start-tls",
                "oidc.ldap.permit-referrals",
                "oidc.ldap.user",
                "oidc.ldap.password",
                "oidc.ldap.password-file");
        assertThat(Stream.concat(tested, inOtherTests))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ServerKey.values())
                        .map(key -> key.key().name())
                        .filter(name -> name.startsWith("oidc.ldap."))
                        .toList());
    }

    @Test
    void readsTheServiceAccount() {
        LdapConfig ldap = Objects.requireNonNull(RIGHT.with("oidc.ldap.address", "ldap://ldap.example.org")
                .with("oidc.ldap.start-tls", "true")
                .with("oidc.ldap.user", "cn=service,dc=example,dc=org")
                .with("oidc.ldap.password-file", "/run/secrets/ldap")
                .read()
                .ldap());
        assertThat(ldap.startTls()).isTrue();
        assertThat(ldap.user()).isEqualTo("cn=service,dc=example,dc=org");
        assertThat(ldap.passwordFile()).hasToString("/run/secrets/ldap");
    }

    @Test
    void isOffWithoutAnAddress() {
        assertThat(Configuration.smallest().read().ldap()).isNull();
        assertThat(mistakes(RIGHT.without("oidc.ldap.address")))
                .singleElement()
                .asString()
                .startsWith("oidc.ldap.address is missing");
    }

    @ParameterizedTest
    @DisplayName("Passwords never travel in clear, except to this very machine")
    @CsvSource({"ldap://127.0.0.1:3890", "ldap://[::1]", "ldap://localhost"})
    void acceptsLoopback(String address) {
        assertThat(mistakes(RIGHT.with("oidc.ldap.address", address))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("What could not work or not be safe is refused with the key's name")
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc.ldap.address|ldap://ldap.example.org|would send passwords in clear",
                "oidc.ldap.address|ldap://localhost.example.org|would send passwords in clear",
                "oidc.ldap.address|ldap://0x7f.1|must be like ldaps://",
                "oidc.ldap.address|https://ldap.example.org|must be like ldaps://",
                "oidc.ldap.address|ldaps://ldap.example.org/dc=x|must be like ldaps://",
                "oidc.ldap.address|ldaps://user@ldap.example.org|must be like ldaps://",
                "oidc.ldap.start-tls|true|must begin with ldap://",
                "oidc.ldap.implementation|openldap|must be one of",
                "oidc.ldap.base-dn|example.org|must be a distinguished name",
                "oidc.ldap.users-filter|(uid={input}|must be a filter of RFC 4515",
                "oidc.ldap.users-filter|(mail={input})|must find people by their username too, with (sAMAccountName={input})",
                "oidc.ldap.users-filter|(uid={inptu})|must hold the placeholder {input}",
                "oidc.ldap.groups-filter|(member=*)|must hold the placeholder {dn} or {username}",
                "oidc.ldap.attributes.unique-id|entry UUID|must be the name of an attribute",
                "oidc.ldap.timeout|1h|must be from",
                "oidc.ldap.pooling.count|0|must be a whole number from 1 to 100",
                "oidc.ldap.permit-referrals|true|must be false",
                "oidc.ldap.user|cn=service,dc=example,dc=org|oidc.ldap.password-file is missing",
                "oidc.ldap.password|secret|oidc.ldap.user is missing",
                "oidc.ldap.user-bind-dn|uid={input},dc=example|must be a distinguished name with {username}"
            })
    void refuses(String key, String value, String why) {
        assertThat(mistakes(RIGHT.with(key, value)))
                .anySatisfy(mistake -> assertThat(mistake).contains(why).contains("oidc.ldap."));
    }

    @Test
    void wantsAFilterWhereNoneIsTheDefault() {
        assertThat(mistakes(RIGHT.with("oidc.ldap.implementation", "custom")))
                .hasSize(2)
                .anyMatch(mistake -> mistake.startsWith("oidc.ldap.users-filter is missing"))
                .anyMatch(mistake -> mistake.startsWith("oidc.ldap.groups-filter is missing"));
    }

    @Test
    void showsNoPassword() {
        Configuration both = RIGHT.with("oidc.ldap.user", "cn=service").with("oidc.ldap.password", "very secret");
        assertThat(Objects.requireNonNull(both.read().ldap()).toString()).doesNotContain("very secret");
    }

    private static List<String> mistakes(Configuration configuration) {
        return configuration.report().mistakes();
    }
}
