package org.ostiary.ejb.policy;

import org.ostiary.ejb.protocol.client.AuthorizationPolicy;

/**
 * What a policy demands of one person.
 *
 * @param rule the rule that said so, for operators: the policy's name, and its {@code rules[n]} or {@code default-policy}
 */
public record PolicyDecision(AuthorizationPolicy demand, String rule) {

    /** Whether the person may not use the client at all. */
    public boolean denied() {
        return demand == AuthorizationPolicy.DENY;
    }

    /** Whether a password alone is too little. */
    public boolean demandsSecondFactor() {
        return demand == AuthorizationPolicy.TWO_FACTOR;
    }
}
