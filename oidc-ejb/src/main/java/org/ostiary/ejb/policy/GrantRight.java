package org.ostiary.ejb.policy;

import java.util.Optional;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.grant.Grant;

/** Whether what was granted may still be used, under the client's policy and with the person's groups as they are now. */
public final class GrantRight {

    /** What a login by several factors says of itself (RFC 8176, section 2). */
    private static final String SEVERAL_FACTORS = "mfa";

    private GrantRight() {}

    /** Why it may not; empty when it may. A disabled account has no right at all. */
    public static Optional<String> lost(Grant grant, Account account, RegisteredClient client) {
        return account.disabled() ? Optional.of("the account is disabled") : lost(grant, Person.of(account), client);
    }

    static Optional<String> lost(Grant grant, Person person, RegisteredClient client) {
        PolicyDecision decision = PolicyJudge.judgeAnywhere(client.authorizationPolicy(), person);
        if (decision.denied()) {
            return Optional.of("the policy denies the person the client");
        }
        return decision.demandsSecondFactor() && !grant.amr().contains(SEVERAL_FACTORS)
                ? Optional.of("the client now demands a second factor")
                : Optional.empty();
    }
}
