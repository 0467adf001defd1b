package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.TWO_FACTOR;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;

class PolicyConfigurationTest {

    private static final Configuration NAMED = Configuration.withConfidentialClient()
            .with("oidc.client.app.authorization-policy", "staff")
            .with("oidc.network.office", "192.0.2.0/24,2001:db8::/48")
            .with("oidc.policy.staff.default-policy", "deny")
            .with("oidc.policy.staff.contacts", "help@example.org,boss@example.org")
            .with("oidc.policy.staff.rules[0].policy", "one_factor")
            .with("oidc.policy.staff.rules[0].subject", "user:ann, [group:staff, group:night shift]")
            .with("oidc.policy.staff.rules[0].networks", "office,198.51.100.1")
            .with("oidc.policy.staff.rules[1].subject", "group:a\\,b")
            .with("oidc.policy.staff.rules[1].policy", "two_factor");

    @Test
    @DisplayName("S36: a policy is a default and rules in their order; a network gives way to what it stands for")
    void readsAPolicy() {
        assertThat(NAMED.report().warnings()).isEmpty();
        assertThat(NAMED.client().client().authorizationPolicy())
                .isEqualTo(new ClientPolicy(
                        "staff",
                        DENY,
                        List.of(
                                new PolicyRule(
                                        ONE_FACTOR,
                                        List.of(Set.of("user:ann"), Set.of("group:staff", "group:night shift")),
                                        List.of("192.0.2.0/24", "2001:db8::/48", "198.51.100.1")),
                                new PolicyRule(TWO_FACTOR, List.of(Set.of("group:a,b")), List.of())),
                        Set.of("help@example.org", "boss@example.org")));
    }

    @Test
    @DisplayName("The default of a policy, and of a rule, is two_factor")
    void defaultsToTwoFactors() {
        ClientPolicy policy = NAMED.without("oidc.policy.staff.default-policy")
                .without("oidc.policy.staff.rules[0].policy")
                .client()
                .client()
                .authorizationPolicy();
        assertThat(policy.standard()).isEqualTo(TWO_FACTOR);
        assertThat(policy.rules().get(0).policy()).isEqualTo(TWO_FACTOR);
    }

    @Test
    void aClientMayBeClosedToEverybody() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.client.app.authorization-policy", "deny")
                        .client()
                        .client()
                        .authorizationPolicy())
                .isEqualTo(ClientPolicy.of(DENY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc.policy.staff.default-policy     | never        | must be one of: one_factor, two_factor, deny",
                "oidc.policy.staff.contacts           | nobody       | must be email addresses",
                "oidc.policy.staff.rules[0].policy    | never        | must be one of: one_factor, two_factor, deny",
                "oidc.policy.staff.rules[0].subject   | ann          | must be a list of user:<name> and group:<name>",
                "oidc.policy.staff.rules[0].networks  | home         | or must be one of the networks below oidc.network.",
                "oidc.policy.staff.rules[0].networks  | 192.0.2.0/40 | must have a prefix length from 1 to 32",
                "oidc.network.office                  | 0.0.0.0/0    | must not be every address",
                "oidc.client.app.authorization-policy | guests       | must be one of: one_factor, two_factor, deny, staff"
            })
    void aWrongValueIsOneLine(String key, String value, String right) {
        assertThat(NAMED.with(key, value).report().mistakes())
                .singleElement()
                .asString()
                .startsWith(key)
                .contains(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:",
                "group: ",
                "user:ann,",
                ",user:ann",
                "[user:ann",
                "user:ann]",
                "[]",
                "[user:ann],x",
                "x[user:ann]",
                "[[user:ann]]",
                "[user:ann] group:staff",
                "oauth2:client:app"
            })
    void aSubjectThatIsNoneIsRefused(String text) {
        assertThat(SubjectText.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("A rule that concerns nobody in particular, a gap, and a name that is taken are mistakes")
    void refusesWhatIsProbablyASlip() {
        assertThat(NAMED.with("oidc.policy.staff.rules[2].policy", "deny")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.policy.staff.rules[2].subject is missing");
        assertThat(NAMED.with("oidc.policy.staff.rules[3].subject", "user:eve")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.policy.staff.rules[2].policy is missing");
        assertThat(NAMED.with("oidc.policy.deny.default-policy", "one_factor")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("must not be the name of a policy");
    }

    @Test
    void everyKeyIsDocumented() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "configuration.md")))
                .contains(
                        "`oidc.policy.<name>.default-policy`",
                        "`oidc.policy.<name>.contacts`",
                        "`oidc.policy.<name>.rules[<n>].policy`",
                        "`oidc.policy.<name>.rules[<n>].subject`",
                        "`oidc.policy.<name>.rules[<n>].networks`",
                        "`oidc.network.<name>`");
    }
}
