package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What administrators define, beside what the configuration says")
class DefinitionReaderTest {

    private static final Map<String, String> CONFIGURATION = Map.of(
            "oidc.policy.staff.default-policy", "deny",
            "oidc.policy.staff.rules[0].subject", "group:staff",
            "oidc.network.office", "10.0.0.0/8",
            "oidc.scope.a.b.claims", "x,y",
            "oidc.claims-policy.all.custom-claims.nick.name", "username",
            "oidc.policy.staff.nonsense", "1");

    private final DefinitionReader reader = new DefinitionReader(ConfiguredValues.of(CONFIGURATION));

    @Test
    void readsWhatIsConfigured() {
        assertThat(reader.configured(DefinitionKind.POLICY))
                .containsExactly(new Definition(
                        DefinitionKind.POLICY,
                        "staff",
                        Map.of("default-policy", "deny", "rules[0].subject", "group:staff")));
        assertThat(reader.configured(DefinitionKind.SCOPE))
                .containsExactly(new Definition(DefinitionKind.SCOPE, "a.b", Map.of("claims", "x,y")));
        assertThat(reader.configured(DefinitionKind.CLAIMS_POLICY))
                .containsExactly(new Definition(
                        DefinitionKind.CLAIMS_POLICY, "all", Map.of("custom-claims.nick.name", "username")));
    }

    @Test
    @DisplayName(
            "A name of the configuration means what it says there; what became wrong has no effect, and harms nothing else")
    void leavesOutWhatDoesNotCount() {
        Definition hidden = policy("staff", Map.of("default-policy", "one_factor"));
        Definition gone = policy("old", Map.of("rules[0].networks", "the house that was sold"));
        Definition good = policy("new", Map.of("rules[0].networks", "office"));
        assertThat(reader.counting(List.of(hidden, gone, good))).containsExactly(good);
        assertThat(reader.configures(hidden)).isTrue();
        assertThat(reader.mistakes(gone)).hasSize(1);
    }

    @Test
    @DisplayName("The environment, which answers for many names, says nothing of what is defined here")
    void hidesOtherSources() {
        ConfiguredValues talkative = new ConfiguredValues(key -> Optional.of("one_factor"), Set.of());
        ConfiguredValues with =
                DefinitionReader.with(talkative, List.of(policy("new", Map.of("contacts", "a@b.example"))));
        assertThat(with.find("oidc.policy.new.default-policy")).isEmpty();
        assertThat(with.find("oidc.policy.new.contacts")).contains("a@b.example");
        assertThat(with.find("oidc.policy.newer.default-policy")).contains("one_factor");
    }

    @Test
    @DisplayName("A scope may release nothing, and mean something to resource servers only")
    void readsScopes() {
        List<Definition> scopes = List.of(
                new Definition(DefinitionKind.SCOPE, "orders:read", Map.of()),
                new Definition(DefinitionKind.SCOPE, "shoes", Map.of("claims", "shoe_size, hat_size")));
        assertThat(reader.mistakes(scopes.get(0))).isEmpty();
        assertThat(reader.scopes(scopes))
                .containsEntry("orders:read", Set.of())
                .containsEntry("shoes", Set.of("shoe_size", "hat_size"));
    }

    @Test
    @DisplayName("An option makes no key of another name, no name is a step in an address, and all has an end")
    void refusesWhatIsNotItsOwn() {
        assertThat(reader.mistakes(new Definition(DefinitionKind.SCOPE, "a", Map.of("b.claims", "x"))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("oidc.scope.a.b.claims");
        assertThat(reader.mistakes(new Definition(DefinitionKind.SCOPE, "..", Map.of())))
                .hasSize(1);
        assertThat(reader.mistakes(policy("long", Map.of("contacts", "a".repeat(20_000)))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("20000 all in all");
    }

    @Test
    @DisplayName("A large network in many rules is refused here, not by the database")
    void boundsNetworks() {
        String block = IntStream.range(0, 600)
                .mapToObj(each -> "10." + each / 200 + "." + each % 200 + ".0/24")
                .collect(Collectors.joining(","));
        DefinitionReader large = new DefinitionReader(ConfiguredValues.of(Map.of("oidc.network.all", block)));
        Map<String, String> once = Map.of("rules[0].networks", "all");
        Map<String, String> twice = Map.of("rules[0].networks", "all", "rules[1].networks", "all");
        assertThat(large.mistakes(policy("once", once))).isEmpty();
        assertThat(large.mistakes(policy("twice", twice)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("1200", "1000");
    }

    private static Definition policy(String name, Map<String, String> options) {
        return new Definition(DefinitionKind.POLICY, name, options);
    }
}
