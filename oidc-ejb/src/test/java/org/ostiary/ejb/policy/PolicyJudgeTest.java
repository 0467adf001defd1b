package org.ostiary.ejb.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.TWO_FACTOR;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;

@DisplayName("S36: who may use a client")
class PolicyJudgeTest {

    private static final String OFFICE = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final Person ALICE = new Person("alice", Set.of("staff", "night shift"));
    private static final Person BOB = new Person("bob", Set.of("staff"));
    private static final Person EVE = new Person("eve", Set.of());

    @Test
    @DisplayName("a policy without rules demands the same of everybody")
    void standardForEverybody() {
        assertThat(PolicyJudge.judge(ClientPolicy.of(DENY), ALICE, OFFICE))
                .isEqualTo(new PolicyDecision(DENY, "deny default-policy"));
    }

    @Test
    @DisplayName("a person is found by name, in any spelling, or by group, in exactly this one")
    void findsByNameAndGroup() {
        ClientPolicy policy = policy(
                DENY, new PolicyRule(ONE_FACTOR, List.of(Set.of("user:ALICE"), Set.of("group:staff")), List.of()));
        assertThat(demand(policy, ALICE)).isEqualTo(ONE_FACTOR);
        assertThat(demand(policy, BOB)).isEqualTo(ONE_FACTOR);
        assertThat(demand(policy, EVE)).isEqualTo(DENY);
        assertThat(demand(policy(DENY, rule(ONE_FACTOR, Set.of("group:Staff"))), BOB))
                .isEqualTo(DENY);
        assertThat(demand(policy(DENY, rule(ONE_FACTOR, Set.of("staff"))), BOB)).isEqualTo(DENY);
    }

    @Test
    @DisplayName("what stands together must be true together")
    void demandsAllOfASet() {
        ClientPolicy policy = policy(DENY, rule(ONE_FACTOR, Set.of("group:staff", "group:night shift")));
        assertThat(demand(policy, ALICE)).isEqualTo(ONE_FACTOR);
        assertThat(demand(policy, BOB)).isEqualTo(DENY);
    }

    @Test
    @DisplayName("the first rule that concerns a person counts, and is named")
    void firstRuleCounts() {
        ClientPolicy policy = policy(
                TWO_FACTOR,
                rule(DENY, Set.of("user:bob")),
                rule(ONE_FACTOR, Set.of("group:staff")),
                rule(DENY, Set.of("user:alice")));
        assertThat(PolicyJudge.judge(policy, BOB, OFFICE)).isEqualTo(new PolicyDecision(DENY, "test rules[0]"));
        assertThat(PolicyJudge.judge(policy, ALICE, OFFICE)).isEqualTo(new PolicyDecision(ONE_FACTOR, "test rules[1]"));
        assertThat(PolicyJudge.judge(policy, EVE, OFFICE))
                .isEqualTo(new PolicyDecision(TWO_FACTOR, "test default-policy"));
    }

    @Test
    @DisplayName("a network is where the browser is, with IPv4 and IPv6")
    void looksAtTheNetwork() {
        ClientPolicy policy =
                policy(TWO_FACTOR, new PolicyRule(ONE_FACTOR, List.of(), List.of("192.0.2.0/24", "2001:db8:1::/48")));
        assertThat(demand(policy, EVE, OFFICE)).isEqualTo(ONE_FACTOR);
        assertThat(demand(policy, EVE, "2001:db8:1:2::3")).isEqualTo(ONE_FACTOR);
        assertThat(demand(policy, EVE, ELSEWHERE)).isEqualTo(TWO_FACTOR);
        assertThat(demand(policy, EVE, "2001:db8:2::1")).isEqualTo(TWO_FACTOR);
        assertThat(demand(policy, EVE, "not an address")).isEqualTo(TWO_FACTOR);
    }

    @Test
    @DisplayName("without a browser the best network counts, because the person was in one when it was granted")
    void assumesTheBestNetwork() {
        PolicyRule staffInTheOffice =
                new PolicyRule(ONE_FACTOR, List.of(Set.of("group:staff")), List.of("192.0.2.0/24"));
        PolicyRule nobodyFromHotels = new PolicyRule(DENY, List.of(), List.of("198.51.100.0/24"));
        ClientPolicy policy = policy(TWO_FACTOR, nobodyFromHotels, staffInTheOffice);
        assertThat(anywhere(policy, BOB)).isEqualTo(ONE_FACTOR);
        assertThat(anywhere(policy, EVE)).isEqualTo(TWO_FACTOR);
        assertThat(anywhere(policy(DENY, nobodyFromHotels, staffInTheOffice), EVE))
                .isEqualTo(DENY);
        assertThat(anywhere(policy(ONE_FACTOR, rule(DENY, Set.of("user:eve")), staffInTheOffice), EVE))
                .isEqualTo(DENY);
    }

    private static AuthorizationPolicy demand(ClientPolicy policy, Person person) {
        return demand(policy, person, OFFICE);
    }

    private static AuthorizationPolicy demand(ClientPolicy policy, Person person, String ip) {
        return PolicyJudge.judge(policy, person, ip).demand();
    }

    private static AuthorizationPolicy anywhere(ClientPolicy policy, Person person) {
        return PolicyJudge.judgeAnywhere(policy, person).demand();
    }

    private static ClientPolicy policy(AuthorizationPolicy standard, PolicyRule... rules) {
        return new ClientPolicy("test", standard, List.of(rules));
    }

    private static PolicyRule rule(AuthorizationPolicy policy, Set<String> together) {
        return new PolicyRule(policy, List.of(together), List.of());
    }
}
