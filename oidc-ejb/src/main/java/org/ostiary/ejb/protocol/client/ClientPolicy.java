package org.ostiary.ejb.protocol.client;

import java.util.List;

/**
 * Who may use a client and how strongly they must have signed in: the first rule that concerns a person counts, else the
 * standard.
 *
 * @param name what the operator calls it; the value of the standard for a policy without rules
 */
public record ClientPolicy(String name, AuthorizationPolicy standard, List<PolicyRule> rules) {

    public ClientPolicy {
        rules = List.copyOf(rules);
    }

    /** The policy that demands the same of everybody. */
    public static ClientPolicy of(AuthorizationPolicy policy) {
        return new ClientPolicy(policy.value(), policy, List.of());
    }
}
