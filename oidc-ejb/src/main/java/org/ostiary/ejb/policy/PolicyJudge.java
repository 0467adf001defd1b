package org.ostiary.ejb.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.protocol.AddressRange;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;
import org.ostiary.persistence.account.Account;

/** Reads a policy for one person: the first rule that concerns them counts. */
public final class PolicyJudge {

    private PolicyJudge() {}

    /** What the policy demands of the person whose browser is at this address. */
    public static PolicyDecision judge(ClientPolicy policy, Account account, String ip) {
        return judge(policy, Person.of(account), ip);
    }

    /**
     * The least that the policy demands of the person, wherever they are. For what happens without their browser: a token is
     * used from the address of a machine, and where its owner was has been judged when the authorization was given.
     */
    public static PolicyDecision judgeAnywhere(ClientPolicy policy, Account account) {
        return judgeAnywhere(policy, Person.of(account));
    }

    /** Whether everybody may use the client with one factor, so that nobody can lose the right. */
    public static boolean demandsNothing(ClientPolicy policy) {
        return policy.rules().isEmpty() && policy.standard() == AuthorizationPolicy.ONE_FACTOR;
    }

    static PolicyDecision judge(ClientPolicy policy, Person person, String ip) {
        byte[] address = AddressRange.bytes(ip);
        List<PolicyRule> rules = policy.rules();
        for (int at = 0; at < rules.size(); at++) {
            if (concerns(rules.get(at), person) && reaches(rules.get(at), address)) {
                return decision(policy, at);
            }
        }
        return standard(policy);
    }

    static PolicyDecision judgeAnywhere(ClientPolicy policy, Person person) {
        PolicyDecision least = null;
        List<PolicyRule> rules = policy.rules();
        for (int at = 0; at < rules.size(); at++) {
            if (concerns(rules.get(at), person)) {
                least = lesser(least, decision(policy, at));
                if (rules.get(at).networks().isEmpty()) {
                    return least;
                }
            }
        }
        return lesser(least, standard(policy));
    }

    private static PolicyDecision lesser(@Nullable PolicyDecision one, PolicyDecision other) {
        return one == null || other.demand().compareTo(one.demand()) < 0 ? other : one;
    }

    private static PolicyDecision decision(ClientPolicy policy, int at) {
        return new PolicyDecision(policy.rules().get(at).policy(), policy.name() + " rules[" + at + "]");
    }

    private static PolicyDecision standard(ClientPolicy policy) {
        return new PolicyDecision(policy.standard(), policy.name() + " default-policy");
    }

    private static boolean concerns(PolicyRule rule, Person person) {
        return rule.subjects().isEmpty()
                || rule.subjects().stream().anyMatch(all -> all.stream().allMatch(subject -> is(person, subject)));
    }

    /** A subject of a kind that is not known here is nobody. */
    private static boolean is(Person person, String subject) {
        if (subject.startsWith(PolicyRule.GROUP)) {
            return person.groups().contains(subject.substring(PolicyRule.GROUP.length()));
        }
        return subject.startsWith(PolicyRule.USER)
                && UsernameKey.find(subject.substring(PolicyRule.USER.length()))
                        .filter(person.usernameKey()::equals)
                        .isPresent();
    }

    private static boolean reaches(PolicyRule rule, byte[] address) {
        return rule.networks().isEmpty()
                || rule.networks().stream().anyMatch(range -> AddressRange.contains(range, address));
    }
}
