package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may use a client and how strongly they must have signed in: the first rule that concerns a person counts, else the
 * standard.
 *
 * @param name what the operator calls it; the value of the standard for a policy without rules
 * @param contacts email addresses of those whom a person may ask who is refused by it
 */
public record ClientPolicy(String name, AuthorizationPolicy standard, List<PolicyRule> rules, Set<String> contacts) {

    public ClientPolicy {
        rules = List.copyOf(rules);
        contacts = Collections.unmodifiableSet(new LinkedHashSet<>(contacts));
    }

    /** A policy that names nobody to ask. */
    public ClientPolicy(String name, AuthorizationPolicy standard, List<PolicyRule> rules) {
        this(name, standard, rules, Set.of());
    }

    /** The policy that demands the same of everybody. */
    public static ClientPolicy of(AuthorizationPolicy policy) {
        return new ClientPolicy(policy.value(), policy, List.of());
    }
}
